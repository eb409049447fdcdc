package dev.sluice.plan;

/** What can put itself into a program. */
public interface Plannable {
  /** Emits ops, or schedules parts with {@link Planner#next}: never plans parts by a call of its own (stack). */
  void plan(Planner planner);
}
