package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.TextMapping;

/** Reads a text made out of another one. */
final class Derived extends Reader {
  private final Reader source;
  private final TextMapping function;

  Derived(Reader source, TextMapping function) {
    this.source = source;
    this.function = function;
  }

  @Override
  public Bytes read(Run run) {
    Bytes text = source.read(run);
    return text == null ? null : function.of(text);
  }
}
