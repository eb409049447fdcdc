package dev.sluice.host.vm;

/** How a module is executed. */
public enum Engine {
  /** Translated to JVM bytecode: about a second to start, then some fifty times as fast as the interpreter. */
  COMPILER,
  /** Starts at once. */
  INTERPRETER
}
