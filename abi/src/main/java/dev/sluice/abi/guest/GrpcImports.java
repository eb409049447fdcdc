package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.GrpcCalls;
import org.teavm.interop.Import;

/** gRPC calls over the imports. */
final class GrpcImports implements GrpcCalls {

  @Import(module = "env", name = "proxy_grpc_call")
  private static native int grpcCall(int upstream,
      int upstreamSize,
      int service,
      int serviceSize,
      int method,
      int methodSize,
      int metadata,
      int metadataSize,
      int message,
      int messageSize,
      int timeout,
      int outToken);

  @Override
  public Answer call(
      Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata, Bytes message, int timeoutMillis) {
    int upstreamAt = Arena.place(upstream);
    int serviceAt = Arena.place(service);
    int methodAt = Arena.place(method);
    int metadataAt = Arena.place(initialMetadata);
    int messageAt = Arena.place(message);
    return Numbers.word(
        grpcCall(
            upstreamAt, upstream.length(), serviceAt, service.length(), methodAt, method.length(), metadataAt,
            initialMetadata.length(), messageAt, message.length(), timeoutMillis, Arena.FIRST_RESULT));
  }

  @Import(module = "env", name = "proxy_grpc_stream")
  private static native int grpcStream(int upstream,
      int upstreamSize,
      int service,
      int serviceSize,
      int method,
      int methodSize,
      int metadata,
      int metadataSize,
      int outToken);

  @Override
  public Answer open(Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata) {
    int upstreamAt = Arena.place(upstream);
    int serviceAt = Arena.place(service);
    int methodAt = Arena.place(method);
    int metadataAt = Arena.place(initialMetadata);
    return Numbers.word(
        grpcStream(
            upstreamAt, upstream.length(), serviceAt, service.length(), methodAt, method.length(), metadataAt,
            initialMetadata.length(), Arena.FIRST_RESULT));
  }

  @Import(module = "env", name = "proxy_grpc_send")
  private static native int grpcSend(int token, int message, int messageSize, int endOfStream);

  @Override
  public Status send(int token, Bytes message, boolean endOfStream) {
    int messageAt = Arena.place(message);
    return Status.of(grpcSend(token, messageAt, message.length(), endOfStream ? 1 : 0));
  }

  @Import(module = "env", name = "proxy_grpc_cancel")
  private static native int grpcCancel(int token);

  @Override
  public Status cancel(int token) {
    return Status.of(grpcCancel(token));
  }

  @Import(module = "env", name = "proxy_grpc_close")
  private static native int grpcClose(int token);

  @Override
  public Status close(int token) {
    return Status.of(grpcClose(token));
  }

  @Import(module = "env", name = "proxy_get_status")
  private static native int getStatus(int outCode, int outMessage, int outMessageSize);

  @Override
  public GrpcStatus status() {
    int answer = getStatus(Arena.THIRD_RESULT, Arena.FIRST_RESULT, Arena.SECOND_RESULT);
    Fetched message = ArenaBytes.result(answer);
    return new GrpcStatus(answer == 0 ? LinearMemory.getInt(Arena.THIRD_RESULT) : 0, message);
  }
}
