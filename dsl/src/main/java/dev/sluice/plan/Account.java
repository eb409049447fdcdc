package dev.sluice.plan;

/**
 * Whether what happened to a request is written down for its response and its log. A class of its own so that a compiler
 * which follows types sees that a plugin with neither keeps no account of streams: the account is reached through an
 * instance of this only. Not final for the same reason: TeaVM takes a method of a final class for reached wherever it is
 * called.
 */
public class Account {
  Account() {}

  /** Has written down what later parts of the pipeline go by. */
  public void note(Entries entries, Run run, int entered, int seen) {
    if (run.program().phase().isRequest()) {
      entries.note(run, entered, seen);
    } else {
      entries.remember(run.contextId(), run.memory());
    }
  }

  /** Remembers streams. */
  public interface Entries {
    /**
     * Remembers how far a stream came.
     *
     * @param entered number of filters whose response parts a response runs through
     * @param seen number of filters whose log parts run
     */
    void note(Run run, int entered, int seen);

    /** Remembers what a response part has bound, null for nothing, for the log. */
    void remember(int contextId, Memory memory);
  }
}
