package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** Reads a variable of the pipeline. */
public final class VariableReader extends Reader {
  private final int slot;

  public VariableReader(int slot) {
    this.slot = slot;
  }

  @Override
  public Bytes read(Run run) {
    return run.variable(slot);
  }
}
