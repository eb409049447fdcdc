package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import java.util.List;
import java.util.function.Function;

/** Short words for plugins written against the ABI. */
abstract class TestPlugin implements HostCallbacks {
  final Hostcalls host;

  TestPlugin(Hostcalls host) {
    this.host = host;
  }

  static PluginSpec spec(Function<Hostcalls, HostCallbacks> factory) {
    return PluginSpec.of("test", JvmPlugin.of(factory));
  }

  Fetched request(String name) {
    return host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8(name));
  }

  Fetched response(String name) {
    return host.headers().value(MapType.RESPONSE_HEADERS, Bytes.utf8(name));
  }

  Status set(MapType map, String name, String value) {
    return host.headers().replace(map, Bytes.utf8(name), Bytes.utf8(value));
  }

  HeadersStatus reply(int status, String body, Header... headers) {
    host.replies()
        .send(status, Bytes.utf8("test reply"), Bytes.utf8(body), HeaderMapCodec.encode(List.of(headers)),
            ReplyCalls.NO_GRPC_STATUS);
    return HeadersStatus.CONTINUE;
  }

  void log(String text) {
    host.log().log(LogLevel.INFO, Bytes.utf8(text));
  }

  /** What tests compare: the status of a read and, where OK, the bytes. */
  static String told(Fetched fetched) {
    return fetched.isOk() ? fetched.bytes().latin1() : fetched.status().name();
  }
}
