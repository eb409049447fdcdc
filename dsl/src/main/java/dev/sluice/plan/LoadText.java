package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/** Reads a text for the op behind it, see {@link Run#text()}; goes on elsewhere where there is none. */
public final class LoadText extends Op {
  private final Reader value;
  private final String what;
  private final boolean varies;
  private final Label absent;

  /**
   * Makes the op.
   *
   * @param what the value in words
   * @param varies whether two readings in a row may differ
   */
  public LoadText(Reader value, String what, boolean varies, Label absent) {
    this.value = value;
    this.what = what;
    this.varies = varies;
    this.absent = absent;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes text = value.read(run);
    if (text == null) {
      return absent.pc();
    }
    run.text(text);
    return pc + 1;
  }

  @Override
  public boolean varies() {
    return varies;
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward(what + " is there"), Way.to(absent, what + " is absent"));
  }
}
