package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** A program that runs outside of streams, and what has it run. */
public abstract class RootPlan {
  private Planner planner;
  private Program program;
  private int message;

  void planned(Planner by, int messageSlot) {
    planner = by;
    message = messageSlot;
  }

  void finish() {
    program = planner.finish();
  }

  /** Milliseconds after which it runs again, 0 where it does not. */
  protected int period() {
    return 0;
  }

  public Program program() {
    return program;
  }

  /** Hands over what the program runs for, null for nothing in particular. */
  public void message(Run run, Bytes what) {
    run.variable(message, what);
  }

  /** Has the program run when its time comes, for a root context that was configured. */
  public void install(Home home, int rootContextId) {
    install(home.roots(), rootContextId);
  }

  protected abstract void install(Roots roots, int rootContextId);

  /** Where programs outside of streams run. */
  public interface Home {
    Roots roots();
  }

  /** What can have a program run outside of streams. Each method needs callbacks of its own. */
  public interface Roots {
    /** Now. */
    void now(RootPlan plan, int rootContextId);

    /** Again and again. */
    void every(RootPlan plan, int rootContextId, int millis);

    /** For each message of a queue. */
    void queue(RootPlan plan, int rootContextId, String name);

    /** When the host calls the plugin by itself. */
    void foreignCall(RootPlan plan, int rootContextId);

    /** When the root context ends. */
    void shutdown(RootPlan plan, int rootContextId);
  }
}
