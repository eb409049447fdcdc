package dev.sluice.plan;

/** Something that is read of the request's headers, given the planner of a part in which they are at hand. */
public interface RequestSource {
  /** Plans nothing but the reading itself. */
  Reader reader(Planner planner);
}
