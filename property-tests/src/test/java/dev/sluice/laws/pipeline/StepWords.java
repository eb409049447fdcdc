package dev.sluice.laws.pipeline;

import dev.sluice.step.Step;

/**
 * Some of the words for steps. Several of them, so that they are called by their interface: else all would become one function
 * of the module, which is larger than a method of the JVM may be.
 */
interface StepWords {
  /** The step, null where it has none of these words. */
  Step step(Term term);
}
