package dev.sluice.bridge;

import java.util.List;

/** A plugin that cannot be built. The message is for the plugin's author: what, where, what to do. */
public final class BuildFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public BuildFailure(String summary, List<String> problems) {
    super(problems.isEmpty() ? summary : summary + "\n  - " + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  public BuildFailure(String summary) {
    this(summary, List.of());
  }

  /** Each problem by itself; empty where the summary says it all. */
  public List<String> problems() {
    return problems;
  }
}
