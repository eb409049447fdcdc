package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/** Reads values for the op behind it. Those that are to become header values are refused if they cannot be. */
public final class LoadValues extends Op {
  private final Reader[] values;
  private final int fields;
  private final String what;
  private final Label illegal;

  /**
   * Makes the op.
   *
   * @param fields how many of the values, from the first on, are to become header values
   * @param what these are in words, in the plural
   * @param illegal where the program goes on when one of them has CR, LF or NUL in it
   */
  public LoadValues(Reader[] values, int fields, String what, Label illegal) {
    this.values = values;
    this.fields = fields;
    this.what = what;
    this.illegal = illegal;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes[] loaded = new Bytes[values.length];
    boolean legal = true;
    for (int i = 0; i < loaded.length; i++) {
      loaded[i] = values[i].read(run);
      legal &= i >= fields || loaded[i] == null || Check.isHeaderValue(loaded[i]);
    }
    run.loaded(loaded);
    return legal ? pc + 1 : illegal.pc();
  }

  @Override
  public List<Way> ways() {
    return fields == 0
        ? List.of()
        : List.of(Way.onward(what + " can be header values"), Way.to(illegal, what + " cannot be header values"));
  }
}
