package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A text made out of another one. */
abstract class Derived extends Reader {
  private final Reader source;

  Derived(Reader source) {
    this.source = source;
  }

  /** The text made of one that is there; null for none. */
  abstract Bytes derive(Bytes text);

  @Override
  public final Bytes read(Run run) {
    Bytes text = source.read(run);
    return text == null ? null : derive(text);
  }
}
