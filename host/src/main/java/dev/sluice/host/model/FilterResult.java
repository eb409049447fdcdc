package dev.sluice.host.model;

/** What one plugin made of one callback of a stream. */
sealed interface FilterResult {
  FilterResult CONTINUE = new Continue();
  FilterResult HOLD = new Hold();

  /** The next plugin, or what comes after the last, has its turn. */
  record Continue() implements FilterResult {}

  /** The stream waits for the plugin. */
  record Hold() implements FilterResult {}

  /** The plugin, or its failure policy, answers in the upstream's place. */
  record Answer(LocalReply reply) implements FilterResult {}
}
