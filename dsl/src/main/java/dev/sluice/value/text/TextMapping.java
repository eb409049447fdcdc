package dev.sluice.value.text;

import dev.sluice.abi.Bytes;

/** What becomes of a text that is there. */
public interface TextMapping {
  /** The text made of this one, null where there is none: malformed input, or a result that grew too much. */
  Bytes of(Bytes text);
}
