package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.List;

/**
 * Waits for the whole body of the phase's message, at most so many bytes and so long. Does not wait for bodies that
 * may never end: upgrades, CONNECT, gRPC, server-sent events.
 */
public final class AwaitBody extends Op {
  private static final Bytes METHOD = Bytes.constant(":method");
  private static final Bytes CONNECT = Bytes.constant("CONNECT");
  private static final Bytes UPGRADE = Bytes.constant("upgrade");
  private static final Bytes LENGTH = Bytes.constant("content-length");
  private static final Bytes TYPE = Bytes.constant("content-type");
  private static final Bytes GRPC = Bytes.constant("application/grpc");
  private static final Bytes EVENTS = Bytes.constant("text/event-stream");

  private static final long MOST_COUNTED = Long.MAX_VALUE / 100;

  private final int limit;
  private final int millis;
  private final boolean grpc;
  private final Label tooLarge;
  private final Label endless;
  private final Label tooLate;

  /**
   * Makes the op; the labels are where the program goes on instead.
   *
   * @param limit most bytes
   * @param millis longest wait
   * @param grpc whether bodies of gRPC are waited for like others
   */
  public AwaitBody(int limit, int millis, boolean grpc, Label tooLarge, Label endless, Label tooLate) {
    this.limit = limit;
    this.millis = millis;
    this.grpc = grpc;
    this.tooLarge = tooLarge;
    this.endless = endless;
    this.tooLate = tooLate;
  }

  @Override
  public int run(Run run, int pc) {
    if (run.body().size() > limit) {
      return run.goOn(tooLarge.pc());
    }
    if (run.body().isComplete()) {
      return run.goOn(pc + 1);
    }
    if (run.isAskedAgain()) {
      return run.isLate() ? run.goOn(tooLate.pc()) : Op.HOLD;
    }
    HeaderPairs headers = run.pairs();
    if (mayNeverEnd(headers)) {
      return endless.pc();
    }
    return exceeds(headers.first(LENGTH).bytes(), limit) ? tooLarge.pc() : run.holdFor(millis);
  }

  private boolean mayNeverEnd(HeaderPairs headers) {
    if (headers.first(METHOD).bytes().equals(CONNECT) || headers.first(UPGRADE).isOk()) {
      return true;
    }
    Bytes type = headers.first(TYPE).bytes();
    return !grpc && startsWith(type, GRPC) || startsWith(type, EVENTS);
  }

  private static boolean startsWith(Bytes text, Bytes prefix) {
    return text.length() >= prefix.length() && text.slice(0, prefix.length()).equalsIgnoreCase(prefix);
  }

  /** Whether a content-length is a number above the limit. */
  static boolean exceeds(Bytes digits, long limit) {
    long length = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.at(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      length = Math.min(10 * length + digit, MOST_COUNTED);
    }
    return length > limit;
  }

  @Override
  public List<Way> ways() {
    return List.of(
        Way.onward("the body is there"),
        Way.to(tooLarge, "the body is too large"),
        Way.to(endless, "the body may never end"),
        Way.to(tooLate, "the body does not come in time"));
  }
}
