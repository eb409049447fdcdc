package dev.sluice.laws.fault;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.laws.fault.Intercepted.Interceptor;
import dev.sluice.laws.pipeline.GeneratedPlugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mistakes that an engine can make, planted between the real one and its host: what the host sees is what it would see of
 * an engine with that mistake.
 */
@SuppressWarnings("ImmutableEnumChecker") // The interceptors are lambdas that hold nothing.
enum SeededBug {
  /** A held stream is never let go. */
  LOST_RESUME((method, arguments, original) -> method.getName().equals("continueStream")
      ? Status.OK
      : original.call(arguments)),

  /** The length of a body stays when the body changes. */
  STALE_CONTENT_LENGTH((method, arguments, original) -> method.getName().equals("remove")
      && arguments[1].equals(Bytes.utf8("content-length")) ? Status.OK : original.call(arguments)),

  /** Headers are taken for a map with one value for each name when all are written back. */
  REPEATED_HEADERS_MERGED((method, arguments, original) -> method.getName().equals("setPairs")
      ? original.call(arguments[0], merged((Bytes) arguments[1]))
      : original.call(arguments));

  private final Interceptor interceptor;

  SeededBug(Interceptor interceptor) {
    this.interceptor = interceptor;
  }

  private static Bytes merged(Bytes pairs) {
    Map<Bytes, Bytes> map = new LinkedHashMap<>();
    HeaderPairs.over(Fetched.of(pairs)).forEach(map::put);
    ArrayList<Header> all = new ArrayList<>();
    map.forEach((name, value) -> all.add(new Header(name, value)));
    return HeaderMapCodec.encode(all);
  }

  /** An engine with the mistake. */
  GuestSource engine() {
    return JvmPlugin.of(host -> PluginCallbacks.of(new GeneratedPlugin(), Intercepted.over(host, interceptor)));
  }
}
