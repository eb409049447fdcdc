package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A question about a text that is there; no where it is not. */
abstract class TextTest extends TestOp {
  private final Reader value;

  TextTest(Condition question, boolean wanted, Label target, Reader value) {
    super(question, wanted, target);
    this.value = value;
  }

  abstract boolean accepts(Bytes text);

  @Override
  final boolean holds(Run run) {
    Bytes text = value.read(run);
    return text != null && accepts(text);
  }
}
