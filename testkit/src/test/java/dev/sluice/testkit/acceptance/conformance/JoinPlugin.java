package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.List;

/**
 * Callouts: asks two services for each request and lets it pass with both answers, in whatever order they come. Knows of
 * one request at a time.
 */
public final class JoinPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final int TIMEOUT_MILLIS = 500;
    private static final Bytes EMPTY_MAP = HeaderMapCodec.encode(List.of());

    private final Hostcalls host;
    private int stream;
    private int open;
    private int first;
    private boolean failed;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      stream = contextId;
      failed = false;
      Answer one = ask("one");
      Answer two = ask("two");
      first = one.asInt();
      open = (one.isOk() ? 1 : 0) + (two.isOk() ? 1 : 0);
      host.log().log(LogLevel.INFO, Bytes.utf8(ask("unknown").status().name()));
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    private Answer ask(String service) {
      Bytes headers =
          HeaderMapCodec.encode(
              List.of(Header.of(":method", "POST"), Header.of(":path", "/ask"), Header.of(":authority", service)));
      return host.httpCallouts()
          .dispatch(
              Bytes.utf8(service), headers, Bytes.utf8("question"), EMPTY_MAP, TIMEOUT_MILLIS);
    }

    @Override
    public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
      String status = host.headers().value(MapType.HTTP_CALL_RESPONSE_HEADERS, Bytes.utf8(":status")).bytes().utf8();
      Bytes body = host.buffers().get(BufferType.HTTP_CALL_RESPONSE_BODY, 0, bodySize).bytes();
      Bytes name = Bytes.utf8(token == first ? "x-one" : "x-two");
      host.log().log(LogLevel.INFO, Bytes.utf8(headerCount == 0 ? "no answer" : Decimal.of(bodySize)));
      host.flow().setEffectiveContext(stream);
      failed = failed || !status.equals("200");
      host.headers().add(MapType.REQUEST_HEADERS, name, body);
      if (--open == 0) {
        if (failed) {
          host.replies().send(502, Bytes.EMPTY, Bytes.utf8("no"), EMPTY_MAP, ReplyCalls.NO_GRPC_STATUS);
        } else {
          host.flow().continueStream(StreamType.HTTP_REQUEST);
        }
      }
    }
  }
}
