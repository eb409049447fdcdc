package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.List;

/** gRPC: one call, a stream, one given up and one closed, as the header {@code x-mode} says. */
public final class GrpcPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final int TIMEOUT_MILLIS = 5000;
    private static final Bytes CLUSTER = Bytes.constant("greeter");
    private static final Bytes SERVICE = Bytes.constant("test.Greeter");
    private static final Bytes METHOD = Bytes.constant("Greet");
    private static final Bytes NO_METADATA = HeaderMapCodec.encode(List.of());

    private final Hostcalls host;
    private int stream;
    private boolean unary;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      stream = contextId;
      String mode = host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8("x-mode")).bytes().utf8();
      unary = mode.equals("unary");
      if (unary) {
        say("call", call().status());
        return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
      }
      if (mode.equals("cancel")) {
        say("cancel", host.grpc().cancel(call().asInt()));
        say("unknown", host.grpc().cancel(123_456));
        return HeadersStatus.CONTINUE;
      }
      int token = host.grpc().open(CLUSTER, SERVICE, METHOD, NO_METADATA).asInt();
      if (mode.equals("close")) {
        say("close", host.grpc().close(token));
        return HeadersStatus.CONTINUE;
      }
      say("send", host.grpc().send(token, Bytes.utf8("one"), false));
      say("send", host.grpc().send(token, Bytes.utf8("two"), true));
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    private Answer call() {
      return host.grpc().call(CLUSTER, SERVICE, METHOD, NO_METADATA, Bytes.utf8("hello"), TIMEOUT_MILLIS);
    }

    @Override
    public void onGrpcReceiveInitialMetadata(int rootContextId, int token, int elementCount) {
      say("initial", host.headers().value(MapType.GRPC_RECEIVE_INITIAL_METADATA, Bytes.utf8("x-first")).bytes());
    }

    @Override
    public void onGrpcReceive(int rootContextId, int token, int messageSize) {
      say("message", host.buffers().get(BufferType.GRPC_RECEIVE_BUFFER, 0, messageSize).bytes());
      if (unary) {
        resume();
      }
    }

    @Override
    public void onGrpcReceiveTrailingMetadata(int rootContextId, int token, int elementCount) {
      say("trailing", host.headers().value(MapType.GRPC_RECEIVE_TRAILING_METADATA, Bytes.utf8("x-last")).bytes());
    }

    @Override
    public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
      GrpcStatus status = host.grpc().status();
      say("closed " + Decimal.of(grpcStatus) + " " + Decimal.of(status.code()), status.message().bytes());
      resume();
    }

    private void resume() {
      host.flow().setEffectiveContext(stream);
      host.flow().continueStream(StreamType.HTTP_REQUEST);
    }

    private void say(String what, Status status) {
      say(what, Bytes.utf8(status.name()));
    }

    private void say(String what, Bytes text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(what + ": " + text.utf8()));
    }
  }
}
