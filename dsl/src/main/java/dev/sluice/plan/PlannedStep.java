package dev.sluice.plan;

/** A step of the language as the planner sees it. */
public interface PlannedStep extends Plannable {
  /** The word by which step paths name it, such as {@code when}. */
  String word();

  /** The step in one line, without its parts, such as {@code when header x-user-id is missing}. */
  String describe();
}
