package dev.sluice.abi.codec;

import dev.sluice.abi.Bytes;

/** The serialized form of a property path: its segments with a NUL byte between them. */
public final class PropertyPath {
  private PropertyPath() {}

  /** The path as a constant, ready to be sent often. A segment may contain dots but no NUL. */
  public static Bytes of(String... segments) {
    return Bytes.constant(String.join("\0", segments));
  }
}
