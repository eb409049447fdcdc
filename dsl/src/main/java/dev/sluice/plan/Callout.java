package dev.sluice.plan;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;

/** One HTTP request of a stream to another service: on its way, answered or failed. */
public class Callout extends Call {
  private static final Bytes STATUS = Bytes.constant(":status");
  private static final Bytes NO_TRAILERS = HeaderMapCodec.encode(Lists.none()).asConstant();

  private final Asked asked;
  private final int bodyLimit;
  private final Bytes request;
  private final Bytes text;
  private boolean answered;
  private HeaderPairs headers;
  private Fetched status;
  private Bytes body = Bytes.EMPTY;

  private Callout(Asked asked, int bodyLimit, Bytes request, Bytes text) {
    this.asked = asked;
    this.bodyLimit = bodyLimit;
    this.request = request;
    this.text = text;
  }

  /**
   * Makes ready for a call, whose answer belongs to the slot.
   *
   * @param request the headers to send, serialized; null where one of them cannot be sent
   * @param text the body to send
   */
  public static void prepare(Run run, int slot, Asked asked, int bodyLimit, Bytes request, Bytes text) {
    run.callout(slot, new Callout(asked, bodyLimit, request, text));
  }

  /** Makes the call, the same each time; one that the host refuses is told to the log, and failed at once. */
  public void send(Run run, Bytes cluster, int millis) {
    if (request == null) {
      refuse(run, "one of its headers has CR, LF or NUL in it, which would end it");
      return;
    }
    Answer token = run.host().httpCallouts().dispatch(cluster, request, text, NO_TRAILERS, millis);
    if (token.isOk()) {
      sent();
      if (run.driver() != null) {
        run.driver().expect(token.asInt(), run, this);
      }
      return;
    }
    String why = token.status() == Status.BAD_ARGUMENT
        ? "BAD_ARGUMENT: the proxy has no cluster of this name, or :path or :authority is missing or empty"
        : token.status().name();
    refuse(run, "the proxy refused to call " + cluster.utf8() + ": " + why);
  }

  /** Fails a call that was not made, with the reason in the log. */
  private void refuse(Run run, String why) {
    refused();
    run.log(LogLevel.WARN, LogLine.of(Bytes.utf8("call at " + run.path() + " not made: " + why)));
  }

  @Override
  void forget() {
    answered = false;
  }

  /** Takes what is asked of the answer, in the callback that brings it. No headers mean that there is none. */
  public void answer(Hostcalls host, int headerCount, int bodySize) {
    settled();
    if (headerCount <= 0 || asked.body() && bodySize > bodyLimit) {
      return;
    }
    if (asked.headers()) {
      HeaderPairs read = host.headers().pairs(MapType.HTTP_CALL_RESPONSE_HEADERS);
      if (!read.status().isOk()) {
        return;
      }
      headers = read.kept();
      status = headers.first(STATUS);
    } else {
      status = host.headers().value(MapType.HTTP_CALL_RESPONSE_HEADERS, STATUS).kept();
    }
    if (asked.body() && bodySize > 0) {
      Fetched read = host.buffers().get(BufferType.HTTP_CALL_RESPONSE_BODY, 0, bodySize);
      if (!read.isOk()) {
        return;
      }
      body = read.bytes();
    }
    answered = status.isOk();
  }

  @Override
  void fail() {
    answered = false;
  }

  public boolean isAnswered() {
    return answered;
  }

  /** Whether the answer's status is 500 or more: an upstream's failure, or the proxy's word that there is none. */
  public boolean isServerError() {
    return answered && status.length() == 3 && status.at(0) >= '5';
  }

  /** The digits of the answer's status, null where there is no answer. */
  public Bytes status() {
    return answered ? status.bytes() : null;
  }

  /** The first value of a header of the answer, null where there is none. */
  public Bytes header(Bytes name) {
    if (!answered) {
      return null;
    }
    Fetched found = headers.first(name);
    return found.isOk() ? found.bytes() : null;
  }

  /** The answer's body, null where there is no answer. */
  public Bytes body() {
    return answered ? body : null;
  }
}
