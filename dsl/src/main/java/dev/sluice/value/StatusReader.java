package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.Digits;

/** Reads a status out of its digits. */
final class StatusReader extends LongReader {
  private final Reader digits;

  StatusReader(Reader digits) {
    this.digits = digits;
  }

  @Override
  public long read(Run run) {
    Bytes text = digits.read(run);
    return text == null ? ABSENT : Digits.unsigned(text);
  }
}
