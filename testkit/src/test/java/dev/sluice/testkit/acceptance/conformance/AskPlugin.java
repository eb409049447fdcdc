package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.ArrayList;
import java.util.List;

/** Callouts: asks what the request's headers say and tells in its log all that it sees of the answer. */
public final class AskPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private final Hostcalls host;
    private int stream;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      stream = contextId;
      String without = asked("x-without");
      List<Header> headers = new ArrayList<>();
      for (Header header : List.of(Header.of(":method", "POST"), Header.of(":path", "/ask"),
          Header.of(":authority", "service"), Header.of("Content-Length", "99"))) {
        boolean length = header.name().utf8().startsWith("Content");
        if (!header.name().utf8().equals(without) && (!length || !asked("x-ask").isEmpty())) {
          headers.add(header);
        }
      }
      Answer token =
          host.httpCallouts()
              .dispatch(
                  Bytes.utf8(asked("x-cluster")), HeaderMapCodec.encode(headers), Bytes.utf8(asked("x-ask")),
                  HeaderMapCodec.encode(List.of(Header.of("x-trailer", "t"))), timeout());
      say("asked: " + token.status().name());
      return token.isOk() ? HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK : HeadersStatus.CONTINUE;
    }

    private int timeout() {
      String text = asked("x-timeout");
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private String asked(String name) {
      Fetched value = host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8(name));
      return value.isOk() ? value.bytes().utf8() : "";
    }

    @Override
    public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
      say("answer: " + (headerCount > 0 ? "headers" : "none") + " " + Decimal.of(bodySize) + " "
          + Decimal.of(trailerCount));
      look();
      say("set: " + host.headers().add(MapType.HTTP_CALL_RESPONSE_HEADERS, Bytes.utf8("x"), Bytes.EMPTY).name()
          + " " + host.buffers().set(BufferType.HTTP_CALL_RESPONSE_BODY, 0, 0, Bytes.utf8("x")).name()
          + " " + host.headers().size(MapType.HTTP_CALL_RESPONSE_HEADERS).status().name());
      GrpcStatus status = host.grpc().status();
      say("status: " + Decimal.of(status.code()) + " " + status.message().bytes().utf8());
      say("before: " + asked(":path") + " " + host.flow().continueStream(StreamType.HTTP_REQUEST).name());
      say("effective: " + host.flow().setEffectiveContext(123_456).name() + " "
          + host.flow().setEffectiveContext(stream).name());
      say("after: " + asked(":path"));
      look();
      host.flow().continueStream(StreamType.HTTP_REQUEST);
      say("continued: " + asked(":path"));
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      look();
      return HeadersStatus.CONTINUE;
    }

    private void look() {
      StringBuilder text = new StringBuilder();
      text.append(told(host.headers().value(MapType.HTTP_CALL_RESPONSE_HEADERS, Bytes.utf8(":status"))));
      text.append(", ").append(told(host.buffers().get(BufferType.HTTP_CALL_RESPONSE_BODY, 0, 1000)));
      text.append(", ").append(told(host.headers().value(MapType.HTTP_CALL_RESPONSE_TRAILERS, Bytes.utf8("x-end"))));
      text.append(", ").append(host.headers().pairs(MapType.HTTP_CALL_RESPONSE_TRAILERS).status().name());
      say(text.toString());
    }

    private static String told(Fetched fetched) {
      return fetched.isOk() ? fetched.bytes().utf8() : fetched.status().name();
    }

    private void say(String text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(text));
    }
  }
}
