package dev.sluice.laws.pipeline;

import dev.sluice.value.TextValue;

/** Some of the words for texts, see {@link StepWords}. */
interface TextWords {
  /** The text, null where it has none of these words. */
  TextValue text(Term term);
}
