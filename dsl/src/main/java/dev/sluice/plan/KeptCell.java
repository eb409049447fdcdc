package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/** A text that an op keeps for the one behind it; none where it kept nothing. */
public final class KeptCell extends Cell {
  KeptCell(Bytes key) {
    super(key);
    // Twice: what is used once would have no slot.
    use();
    use();
  }

  /** Keeps a text, null for none. */
  public void keep(Run run, Bytes text) {
    hold(run, text == null ? Fetched.failed(Status.NOT_FOUND) : Fetched.of(text));
  }

  @Override
  Fetched fetch(Run run) {
    return Fetched.failed(Status.NOT_FOUND);
  }

  @Override
  String hostcall() {
    return "";
  }
}
