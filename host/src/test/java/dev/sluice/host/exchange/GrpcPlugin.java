package dev.sluice.host.exchange;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import java.util.List;

/** Calls a gRPC service for each request, holds it and tells what comes back. */
abstract class GrpcPlugin extends TestPlugin {
  private static final Bytes SERVICE = Bytes.constant("pkg.Service");
  private static final Bytes METHOD = Bytes.constant("Do");

  final List<String> told;
  int stream;
  /** Of the call or stream that was begun last. */
  int token;

  GrpcPlugin(Hostcalls host, List<String> told) {
    super(host);
    this.told = told;
  }

  @Override
  public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    stream = contextId;
    ask();
    return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
  }

  abstract void ask();

  final void call(String upstream, int timeoutMillis, Header... metadata) {
    begun("call", host.grpc()
        .call(Bytes.utf8(upstream), SERVICE, METHOD, HeaderMapCodec.encode(List.of(metadata)),
            Bytes.utf8("hello"), timeoutMillis));
  }

  final void open(String upstream) {
    open(Bytes.utf8(upstream));
  }

  final void open(Bytes upstream, Header... metadata) {
    begun("open", host.grpc().open(upstream, SERVICE, METHOD, HeaderMapCodec.encode(List.of(metadata))));
  }

  private void begun(String what, Answer answer) {
    told.add(what + " " + answer.status());
    token = answer.asInt();
  }

  final void send(String text, boolean endOfStream) {
    told.add("send " + host.grpc().send(token, Bytes.utf8(text), endOfStream));
  }

  @Override
  public void onGrpcReceiveInitialMetadata(int rootContextId, int of, int elementCount) {
    told.add("initial " + initial());
  }

  @Override
  public void onGrpcReceive(int rootContextId, int of, int messageSize) {
    told.add("message " + message());
  }

  @Override
  public void onGrpcReceiveTrailingMetadata(int rootContextId, int of, int elementCount) {
    told.add("trailing " + trailing());
  }

  @Override
  public void onGrpcClose(int rootContextId, int of, int grpcStatus) {
    told.add("closed " + grpcStatus + " " + status());
  }

  final String initial() {
    return told(host.headers().value(MapType.GRPC_RECEIVE_INITIAL_METADATA, Bytes.utf8("x-first")));
  }

  final String message() {
    return told(host.buffers().get(BufferType.GRPC_RECEIVE_BUFFER, 0, 1000));
  }

  final String trailing() {
    return told(host.headers().value(MapType.GRPC_RECEIVE_TRAILING_METADATA, Bytes.utf8("x-last")));
  }

  final String status() {
    GrpcStatus status = host.grpc().status();
    return status.code() + " " + status.message().bytes().utf8();
  }
}
