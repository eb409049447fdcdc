package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** Changes one header. */
public abstract class HeaderOp extends Op {
  private final HeaderCell header;
  private final Bytes constant;

  /** @param constant the value, null for the text that was loaded before */
  HeaderOp(HeaderCell header, Bytes constant) {
    this.header = header;
    this.constant = constant;
  }

  abstract void change(Run run, HeaderCell header, Bytes value);

  @Override
  public final int run(Run run, int pc) {
    change(run, header, constant != null ? constant : run.text());
    return pc + 1;
  }

  /** Puts the value in the place of all. */
  public static final class Replace extends HeaderOp {
    public Replace(HeaderCell header, Bytes constant) {
      super(header, constant);
    }

    @Override
    void change(Run run, HeaderCell header, Bytes value) {
      run.replaceHeader(header, value);
    }
  }

  /** Adds the value. */
  public static final class Add extends HeaderOp {
    public Add(HeaderCell header, Bytes constant) {
      super(header, constant);
    }

    @Override
    void change(Run run, HeaderCell header, Bytes value) {
      run.addHeader(header, value);
    }
  }

  /** Takes out all values. */
  public static final class Remove extends HeaderOp {
    public Remove(HeaderCell header) {
      super(header, null);
    }

    @Override
    void change(Run run, HeaderCell header, Bytes value) {
      run.removeHeader(header);
    }
  }
}
