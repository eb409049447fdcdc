package dev.sluice.plan;

/**
 * How long a call that failed rests before it is tried again. An interface, so that a module whose calls never rest has no
 * timers, see {@link Account}.
 */
public interface Pause {
  /** Has the call rest, and the run's op asked again afterwards. */
  void rest(Run run, Call call);
}
