package dev.sluice.host.model;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.host.foreign.PropertyDeclaration;
import java.util.HashMap;
import java.util.Map;

/** What a hostcall acts on: a plugin's root context or one of its streams. */
abstract sealed class Context permits RootContext, StreamContext, TcpContext {
  private static final int MOST_DECLARATIONS = 1024;

  private final PluginSpec plugin;
  private final HostcallTrace trace;
  private final Vm vm;
  private final Map<Bytes, PropertyDeclaration> declarations = new HashMap<>(0);
  private int id;

  Context(Vm vm, PluginSpec plugin, HostcallTrace trace) {
    this.vm = vm;
    this.plugin = plugin;
    this.trace = trace;
  }

  /** Gives it its number, by which the guest knows it from now on. */
  final void attach() {
    id = vm.attach(this);
  }

  /** Its number is free of it. */
  final void detach() {
    vm.detach(id);
  }

  final Vm vm() {
    return vm;
  }

  final int id() {
    return id;
  }

  final PluginSpec plugin() {
    return plugin;
  }

  HostcallTrace trace() {
    return trace;
  }

  /** The plugin's root context: this one, or the one that this stream belongs to. */
  abstract RootContext root();

  /** The stream that a hostcall here is about; null where it is about none. */
  abstract StreamContext stream();

  /** The map as far as it can be read now, null where it is not there. */
  HeaderMap readable(MapType type) {
    return null;
  }

  /** The map as far as it can be changed now, null where it cannot. */
  HeaderMap writable(MapType type) {
    return null;
  }

  /** What reading a header answers where the map is not there. */
  Status missingMap() {
    return Status.BAD_ARGUMENT;
  }

  /** The buffer, null where it is not there in the current phase. */
  abstract Bytes buffer(BufferType type);

  /** The buffer as far as it can be changed now, null where it cannot. */
  DataBuffer writableBuffer(BufferType type) {
    return null;
  }

  abstract Fetched property(Bytes path);

  abstract Status setProperty(Bytes path, Bytes value);

  /** Takes a reply of the plugin, to be sent when the current callback has returned. */
  abstract Status reply(LocalReply reply);

  /** Lets a direction go on when the current callback has returned. */
  abstract Status continueStream(StreamType type);

  /** Breaks a stream off when the current callback has returned. */
  abstract Status closeStream(StreamType type);

  abstract void log(LogLevel level, Bytes message);

  /** The route is chosen anew; nothing outside of an HTTP stream. */
  void clearRouteCache() {}

  /** Sets filter state of the stream by its key; NOT_FOUND where there is no stream whose state this could become. */
  Status setFilterState(String key, Bytes value) {
    return Status.NOT_FOUND;
  }

  /** How this property behaves, as this context has declared it; null where it has not. */
  final PropertyDeclaration declared(Bytes path) {
    return declarations.get(path);
  }

  /** Fixes how a property behaves, once and for all; only what root contexts declare is looked at. */
  final Status declareProperty(PropertyDeclaration declaration) {
    boolean room = declarations.size() < MOST_DECLARATIONS;
    return room && declarations.putIfAbsent(declaration.path(), declaration) == null ? Status.OK : Status.BAD_ARGUMENT;
  }
}
