package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.Op;
import dev.sluice.plan.Run;

/** Changes one header. */
abstract class HeaderOp extends Op {
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

  static final class Replace extends HeaderOp {
    Replace(HeaderCell header, Bytes constant) {
      super(header, constant);
    }

    @Override
    void change(Run run, HeaderCell header, Bytes value) {
      run.replaceHeader(header, value);
    }
  }

  static final class Add extends HeaderOp {
    Add(HeaderCell header, Bytes constant) {
      super(header, constant);
    }

    @Override
    void change(Run run, HeaderCell header, Bytes value) {
      run.addHeader(header, value);
    }
  }

  static final class Remove extends HeaderOp {
    Remove(HeaderCell header) {
      super(header, null);
    }

    @Override
    void change(Run run, HeaderCell header, Bytes value) {
      run.removeHeader(header);
    }
  }
}
