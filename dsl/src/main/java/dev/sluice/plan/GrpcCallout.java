package dev.sluice.plan;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.GrpcCalls;
import dev.sluice.abi.call.Hostcalls;

/** One gRPC call of a stream to another service: one message and its answer, or several of each. */
public class GrpcCallout extends Call {
  private static final int UNKNOWN = -1;
  private static final int OK = 0;
  private static final int DEADLINE_EXCEEDED = 4;
  private static final int RESOURCE_EXHAUSTED = 8;

  private final boolean streaming;
  private final int mostMessages;
  private final int mostBytes;
  private Bytes[] messages = {};
  private int bytes;
  private int status = UNKNOWN;
  private Bytes statusMessage;
  private int token;
  private boolean open;

  private GrpcCallout(boolean streaming, int mostMessages, int mostBytes) {
    this.streaming = streaming;
    this.mostMessages = mostMessages;
    this.mostBytes = mostBytes;
  }

  /** Makes ready for a call of one message that is answered by one, of at most so many bytes. */
  public static void prepare(Run run, int slot, int mostBytes) {
    run.grpc(slot, new GrpcCallout(false, 1, mostBytes));
  }

  /** Makes ready for a call that is answered by a stream of messages, of which so many at most are taken. */
  public static void prepareStream(Run run, int slot, int mostMessages, int mostBytes) {
    run.grpc(slot, new GrpcCallout(true, mostMessages, mostBytes));
  }

  /**
   * What is called.
   *
   * @param cluster its name, for the log
   * @param upstream as the host wants it
   */
  public record Method(String cluster, Bytes upstream, Bytes service, Bytes name) {}

  /** Makes the call; one that the host refuses is told to the log, and failed at once. */
  public void call(Run run, Method method, Bytes metadata, Bytes message, int millis) {
    GrpcCalls host = run.host().grpc();
    begun(run, method, host.call(method.upstream, method.service, method.name, metadata, message, millis));
  }

  /** Opens a stream, sends these messages on it and closes it from our side. It is given up after so long, whatever comes. */
  public void stream(Run run, Method method, Bytes metadata, Bytes[] sent, int millis) {
    GrpcCalls host = run.host().grpc();
    if (!begun(run, method, host.open(method.upstream, method.service, method.name, metadata))) {
      return;
    }
    open = true;
    run.wake(() -> giveUp(run), millis);
    for (Bytes message : sent) {
      done("proxy_grpc_send", host.send(token, message, false));
    }
    // Not by the last message: Envoy keeps a stream that the plugin has not closed, also when the service has ended it.
    done("proxy_grpc_close", host.close(token));
  }

  private static void done(String hostcall, Status status) {
    if (!status.isOk()) {
      throw new HostRefusal(hostcall, status);
    }
  }

  private boolean begun(Run run, Method method, Answer answer) {
    if (!answer.isOk()) {
      refuse(run, "the proxy refused to call " + method.cluster + ": " + answer.status().name());
      return false;
    }
    sent();
    token = answer.asInt();
    if (run.driver() != null) {
      run.driver().expectGrpc(token, run, this);
    }
    return true;
  }

  /** Fails a call that was not made, with the reason in the log. */
  public void refuse(Run run, String why) {
    refused();
    run.log(LogLevel.WARN, LogLine.of(Bytes.utf8("call at " + run.path() + " not made: " + why)));
  }

  /**
   * The time of a stream is over. Also where its messages are all there that were wanted: to give it up in the callback that
   * brings one would take it away from under the proxy.
   */
  private void giveUp(Run run) {
    if (open) {
      open = false;
      run.driver().giveUpGrpc(token);
      if (isPending()) {
        status = DEADLINE_EXCEEDED;
        settled();
      }
    }
  }

  /** Takes a message, in the callback that brings it. Returns whether more is to come. */
  public boolean message(Hostcalls host, int size) {
    if (!isPending()) {
      return streaming;
    }
    if (size > mostBytes - bytes) {
      status = RESOURCE_EXHAUSTED;
      settled();
      return streaming;
    }
    Fetched read = size == 0 ? Fetched.of(Bytes.EMPTY) : host.buffers().get(BufferType.GRPC_RECEIVE_BUFFER, 0, size);
    if (!read.isOk()) {
      settled();
      return streaming;
    }
    Bytes[] more = new Bytes[messages.length + 1];
    System.arraycopy(messages, 0, more, 0, messages.length);
    more[messages.length] = read.bytes();
    messages = more;
    bytes += size;
    if (messages.length == mostMessages) {
      status = OK;
      settled();
    }
    return streaming;
  }

  /** Takes the end, in the callback that brings it. */
  public void closed(Hostcalls host, int code) {
    open = false;
    if (isPending()) {
      status = code;
      GrpcStatus told = host.grpc().status();
      statusMessage = told.message().isOk() ? told.message().bytes() : null;
      settled();
    }
  }

  @Override
  void forget() {
    messages = new Bytes[0];
    bytes = 0;
    status = UNKNOWN;
    statusMessage = null;
  }

  @Override
  void fail() {
    messages = new Bytes[0];
  }

  /** The status that the call ended with, -1 where it has none: not over, or not made. */
  public int status() {
    return isPending() ? UNKNOWN : status;
  }

  /** What the service, or the proxy, said about the status; null for nothing. */
  public Bytes statusMessage() {
    return statusMessage;
  }

  /** How many messages there are. */
  public int messages() {
    return messages.length;
  }

  /** One of them. */
  public Bytes message(int index) {
    return messages[index];
  }
}
