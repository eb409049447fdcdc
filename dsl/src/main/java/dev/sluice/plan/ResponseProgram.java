package dev.sluice.plan;

/**
 * The response parts of a pipeline. A class of its own so that a compiler which follows types sees that a plugin
 * without response parts keeps no account of streams: the account is reached through an instance of this only. Not
 * final for the same reason: TeaVM takes a method of a final class for reached wherever it is called.
 */
public class ResponseProgram {
  private final Program program;

  ResponseProgram(Program program) {
    this.program = program;
  }

  public Program program() {
    return program;
  }

  /** Has the number of filters that a stream entered written down, for its response. */
  public void account(Entries entries, int contextId, int entered) {
    entries.entered(contextId, entered);
  }

  /** Remembers how many filters a stream entered. */
  public interface Entries {
    void entered(int contextId, int entered);
  }
}
