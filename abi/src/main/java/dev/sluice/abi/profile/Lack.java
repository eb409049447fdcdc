package dev.sluice.abi.profile;

/** What becomes of a hostcall that a host lacks. */
public enum Lack {
  /** The host does not know the function: it refuses to load a module that imports it. */
  NOT_LINKED,
  /** The call ends the plugin's VM. */
  TRAPS,
  /** The call answers {@link dev.sluice.abi.Status#UNIMPLEMENTED}. */
  UNIMPLEMENTED
}
