package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import java.util.List;

/**
 * Reads a text that is to become a header value. One with CR, LF or NUL (out of a percent-decoded query, say) would
 * end the header and begin another of the client's choice: it is refused.
 */
final class LoadHeaderValue extends Op {
  private final TextValue source;
  private final Reader value;
  private final Label absent;
  private final Label illegal;

  LoadHeaderValue(TextValue source, Reader value, Label absent, Label illegal) {
    this.source = source;
    this.value = value;
    this.absent = absent;
    this.illegal = illegal;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes text = value.read(run);
    if (text == null) {
      return absent.pc();
    }
    if (!Check.isHeaderValue(text)) {
      return illegal.pc();
    }
    run.text(text);
    return pc + 1;
  }

  @Override
  public boolean varies() {
    return source.varies();
  }

  @Override
  public List<Way> ways() {
    String text = source.describe();
    return List.of(
        Way.onward(text + " can be a header value"),
        Way.to(absent, text + " is absent"),
        Way.to(illegal, text + " cannot be a header value"));
  }
}
