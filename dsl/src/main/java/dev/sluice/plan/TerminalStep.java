package dev.sluice.plan;

/** A step after which nothing of the pipeline's part runs: what a failure branch may consist of. */
public interface TerminalStep extends PlannedStep {}
