package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.List;

/** Answers as the request's headers say, having given the request another method and type. */
public final class ReplyPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private record Callbacks(Hostcalls host) implements HostCallbacks {
    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      int status = Integer.parseInt(asked("x-status"));
      int grpcStatus = Integer.parseInt(asked("x-grpc"));
      String name = asked("x-name");
      List<Header> headers = name.isEmpty() ? List.of() : List.of(Header.of(name, asked("x-value")));
      Bytes body = host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8("x-text")).bytes();
      host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8(":method"), Bytes.utf8("PUT"));
      host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8("content-type"), Bytes.utf8("text/plain"));
      host.replies().send(status, Bytes.utf8("as asked"), body, HeaderMapCodec.encode(headers), grpcStatus);
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    private String asked(String name) {
      Fetched value = host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8(name));
      return value.isOk() ? value.bytes().utf8() : "";
    }
  }
}
