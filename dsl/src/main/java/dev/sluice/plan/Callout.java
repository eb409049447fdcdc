package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderPairs;

/** One HTTP request of a stream to another service: on its way, answered or failed. */
public class Callout {
  private static final Bytes STATUS = Bytes.constant(":status");

  private final Asked asked;
  private final int bodyLimit;
  private int attempts;
  private boolean pending;
  private boolean answered;
  private HeaderPairs headers;
  private Fetched status;
  private Bytes body = Bytes.EMPTY;

  Callout(Asked asked, int bodyLimit) {
    this.asked = asked;
    this.bodyLimit = bodyLimit;
  }

  void sent() {
    attempts++;
    pending = true;
    answered = false;
  }

  void refused() {
    attempts++;
    pending = false;
    answered = false;
  }

  /** Takes what is asked of the answer, in the callback that brings it. No headers mean that there is none. */
  public void answer(Hostcalls host, int headerCount, int bodySize) {
    pending = false;
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

  /** Takes what came for no answer. */
  void fail() {
    answered = false;
  }

  public boolean isPending() {
    return pending;
  }

  public boolean isAnswered() {
    return answered;
  }

  /** How often it was tried. */
  public int attempts() {
    return attempts;
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
