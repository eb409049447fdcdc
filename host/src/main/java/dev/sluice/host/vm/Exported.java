package dev.sluice.host.vm;

import dev.sluice.abi.Callback;
import java.util.EnumMap;
import java.util.Map;

/** The exports a host knows, with their signatures. */
final class Exported {
  static final String INITIALIZE = "_initialize";
  static final String START = "_start";
  static final String MAIN = "main";
  static final String MAIN_VOID = "__main_void";
  static final String MALLOC = "malloc";
  static final String ALLOCATE = "proxy_on_memory_allocate";

  /** The signatures of all callbacks. */
  static final Map<Callback, String> CALLBACKS = new EnumMap<>(Map.ofEntries(
      Map.entry(Callback.VM_START, "(ii)i"),
      Map.entry(Callback.VALIDATE_CONFIGURATION, "(ii)i"),
      Map.entry(Callback.CONFIGURE, "(ii)i"),
      Map.entry(Callback.TICK, "(i)-"),
      Map.entry(Callback.CONTEXT_CREATE, "(ii)-"),
      Map.entry(Callback.NEW_CONNECTION, "(i)i"),
      Map.entry(Callback.DOWNSTREAM_DATA, "(iii)i"),
      Map.entry(Callback.UPSTREAM_DATA, "(iii)i"),
      Map.entry(Callback.DOWNSTREAM_CONNECTION_CLOSE, "(ii)-"),
      Map.entry(Callback.UPSTREAM_CONNECTION_CLOSE, "(ii)-"),
      Map.entry(Callback.REQUEST_HEADERS, "(iii)i"),
      Map.entry(Callback.REQUEST_BODY, "(iii)i"),
      Map.entry(Callback.REQUEST_TRAILERS, "(ii)i"),
      Map.entry(Callback.REQUEST_METADATA, "(ii)i"),
      Map.entry(Callback.RESPONSE_HEADERS, "(iii)i"),
      Map.entry(Callback.RESPONSE_BODY, "(iii)i"),
      Map.entry(Callback.RESPONSE_TRAILERS, "(ii)i"),
      Map.entry(Callback.RESPONSE_METADATA, "(ii)i"),
      Map.entry(Callback.HTTP_CALL_RESPONSE, "(iiiii)-"),
      Map.entry(Callback.GRPC_RECEIVE_INITIAL_METADATA, "(iii)-"),
      Map.entry(Callback.GRPC_RECEIVE, "(iii)-"),
      Map.entry(Callback.GRPC_RECEIVE_TRAILING_METADATA, "(iii)-"),
      Map.entry(Callback.GRPC_CLOSE, "(iii)-"),
      Map.entry(Callback.QUEUE_READY, "(ii)-"),
      Map.entry(Callback.FOREIGN_FUNCTION, "(iii)-"),
      Map.entry(Callback.DONE, "(i)i"),
      Map.entry(Callback.LOG, "(i)-"),
      Map.entry(Callback.DELETE, "(i)-")));

  static final Map<String, String> OTHERS = Map.of(
      INITIALIZE, "()-", START, "()-", MAIN, "(ii)i", MAIN_VOID, "()i", MALLOC, "(i)i", ALLOCATE, "(i)i");

  private Exported() {}
}
