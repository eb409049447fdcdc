package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Flow;
import dev.sluice.plan.FlowEnded;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reply;

/**
 * Lets at most so many bytes pass. A request that announces more is answered with 413 before anything of it goes on,
 * one that turns out to be larger when it does; a response is broken off.
 */
public record LimitBytes(long most) implements Transform {
  private static final int TOO_LARGE = 413;

  public LimitBytes {
    if (most < 0) {
      throw new IllegalArgumentException("limiting: a negative number of bytes; give 0 or more");
    }
  }

  @Override
  public String describe() {
    return "limit to " + most + " bytes";
  }

  @Override
  public boolean keepsBytes() {
    return true;
  }

  @Override
  public long announcedLimit() {
    return most;
  }

  @Override
  public FlowMaker maker(Planner planner) {
    Reply reply = Reply.of(TOO_LARGE, "sluice_body_too_large", Bytes.EMPTY, Lists.none());
    return () -> new Limiting(most, reply);
  }

  private static final class Limiting extends Flow {
    private final long most;
    private final Reply reply;
    private long passed;

    Limiting(long most, Reply reply) {
      this.most = most;
      this.reply = reply;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      passed += piece.length();
      if (passed > most) {
        throw new FlowEnded("a body is larger than " + Decimal.of((int) Math.min(most, Integer.MAX_VALUE))
            + " bytes and was not let through", reply);
      }
      return piece;
    }
  }
}
