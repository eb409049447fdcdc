package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/** Has the body that is still to come run through a flow. */
public final class BeginFlow extends Op {
  private static final Bytes LENGTH = Bytes.constant("content-length");

  private final Maker maker;
  private final boolean keepsBytes;
  private final long limit;
  private final Label tooLarge;
  private final boolean in;

  /** Makes the flow of one stream. */
  public interface Maker {
    Flow make();
  }

  /**
   * Makes the op.
   *
   * @param keepsBytes whether the body stays as it is, and headers that speak of it too
   * @param limit most bytes that the sender may announce
   * @param tooLarge where the program goes on when it announces more; null where there is no limit
   * @param in whether the body comes from the client
   */
  public BeginFlow(Maker maker, boolean keepsBytes, long limit, Label tooLarge, boolean in) {
    this.maker = maker;
    this.keepsBytes = keepsBytes;
    this.limit = limit;
    this.tooLarge = tooLarge;
    this.in = in;
  }

  @Override
  public int run(Run run, int pc) {
    if (tooLarge != null && AwaitBody.exceeds(run.firstHeader(LENGTH).bytes(), limit)) {
      return tooLarge.pc();
    }
    if (!keepsBytes) {
      StaleHeaders.remove(run);
    }
    run.body().flow(maker.make(), in);
    return pc + 1;
  }

  @Override
  public List<Way> ways() {
    return tooLarge == null
        ? List.of()
        : List.of(Way.onward("no body above the limit is announced"),
            Way.to(tooLarge, "a body above the limit is announced"));
  }
}
