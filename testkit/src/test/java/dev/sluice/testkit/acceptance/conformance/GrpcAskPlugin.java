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
import java.util.List;

/** gRPC: calls what the request's headers say and tells in its log all that it sees of the answer. */
public final class GrpcAskPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final Bytes SERVICE = Bytes.constant("test.Service");
    private static final Bytes METHOD = Bytes.constant("Ask");

    private final Hostcalls host;
    private int stream;
    private String mode = "";

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      stream = contextId;
      mode = asked("x-mode");
      Bytes target = fromHex(asked("x-target"));
      Bytes metadata = HeaderMapCodec.encode(List.of(Header.of("x-meta", "m"), Header.of("x-some-bin", "raw")));
      Answer token =
          mode.equals("call")
              ? host.grpc().call(target, SERVICE, METHOD, metadata, Bytes.utf8("hello"), timeout())
              : host.grpc().open(target, SERVICE, METHOD, metadata);
      say("asked: " + token.status().name());
      if (!token.isOk()) {
        return HeadersStatus.CONTINUE;
      }
      if (!mode.equals("call")) {
        say("send: " + send(token.asInt(), false) + " " + send(token.asInt(), true));
      }
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    private String send(int token, boolean endOfStream) {
      return host.grpc().send(token, Bytes.utf8("message"), endOfStream).name();
    }

    private static Bytes fromHex(String digits) {
      byte[] bytes = new byte[digits.length() / 2];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
      }
      return Bytes.wrap(bytes);
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
    public void onGrpcReceiveInitialMetadata(int rootContextId, int token, int elementCount) {
      say("initial " + (elementCount > 0) + ": " + initial());
    }

    @Override
    public void onGrpcReceive(int rootContextId, int token, int messageSize) {
      say("message " + Decimal.of(messageSize) + ": " + message());
      if (mode.equals("call")) {
        over(token);
      }
    }

    @Override
    public void onGrpcReceiveTrailingMetadata(int rootContextId, int token, int elementCount) {
      say("trailing " + (elementCount > 0) + ": " + trailing());
    }

    @Override
    public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
      GrpcStatus status = host.grpc().status();
      say("closed " + Decimal.of(grpcStatus) + ": " + Decimal.of(status.code()) + " "
          + status.message().bytes().utf8());
      over(token);
    }

    private void over(int token) {
      say("over: " + send(token, false) + " " + host.grpc().close(token).name() + " " + send(token, false) + " "
          + host.grpc().cancel(token).name());
      host.flow().setEffectiveContext(stream);
      say("path: " + asked(":path"));
      host.flow().continueStream(StreamType.HTTP_REQUEST);
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      say("later: " + initial() + ", " + message() + ", " + trailing());
      return HeadersStatus.CONTINUE;
    }

    private String initial() {
      return told(host.headers().value(MapType.GRPC_RECEIVE_INITIAL_METADATA, Bytes.utf8("x-first")));
    }

    private String message() {
      return told(host.buffers().get(BufferType.GRPC_RECEIVE_BUFFER, 0, 100));
    }

    private String trailing() {
      return told(host.headers().value(MapType.GRPC_RECEIVE_TRAILING_METADATA, Bytes.utf8("x-last")));
    }

    private static String told(Fetched fetched) {
      return fetched.isOk() ? fetched.bytes().utf8() : fetched.status().name();
    }

    private void say(String text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(text));
    }
  }
}
