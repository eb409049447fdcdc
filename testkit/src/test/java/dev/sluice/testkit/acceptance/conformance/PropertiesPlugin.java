package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.Random;

/** Properties, a foreign function, WASI's clock and randomness, and a context that ends. */
public final class PropertiesPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private final Hostcalls host;
    private int last;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public boolean onVmStart(int rootContextId, int configurationSize) {
      return true;
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      return true;
    }

    @Override
    public void onContextCreate(int contextId, int parentContextId) {
      last = contextId;
    }

    @Override
    public boolean onDone(int contextId) {
      return last >= contextId;
    }

    @Override
    public void onLog(int contextId) {
      say("log", Fetched.of(Bytes.EMPTY));
    }

    @Override
    public void onDelete(int contextId) {
      last = 0;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      say("path", host.properties().get(PropertyPath.of("request", "path")));
      say("name", host.properties().get(PropertyPath.of("plugin_name")));
      say("root", host.properties().get(PropertyPath.of("plugin_root_id")));
      say("none", host.properties().get(PropertyPath.of("no", "such")));
      say("metadata", host.properties()
          .get(PropertyPath.of("xds", "route_metadata", "filter_metadata", "team", "owner")));
      host.properties().set(PropertyPath.of("mine"), Bytes.utf8("kept"));
      say("clock " + (System.currentTimeMillis() > 0), Fetched.of(Bytes.EMPTY));
      say("random " + (new Random().nextInt(10) < 10), Fetched.of(Bytes.EMPTY));
      return HeadersStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      say("mine", host.properties().get(PropertyPath.of("mine")));
      return HeadersStatus.CONTINUE;
    }

    private void say(String what, Fetched value) {
      String text = value.isOk() ? value.bytes().utf8() : value.status().name();
      host.log().log(LogLevel.INFO, Bytes.utf8(what + ": " + text));
    }
  }
}
