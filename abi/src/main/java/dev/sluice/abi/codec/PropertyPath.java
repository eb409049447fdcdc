package dev.sluice.abi.codec;

import dev.sluice.abi.Bytes;

/** The serialized form of a property path: its segments with a NUL byte between them. */
public final class PropertyPath {
  private PropertyPath() {}

  /** The path as a constant, ready to be sent often. A segment may contain dots but no NUL. */
  public static Bytes of(String... segments) {
    return Bytes.constant(String.join("\0", segments));
  }

  /** A path that goes on from this one, as a constant. */
  public static Bytes below(Bytes path, String... segments) {
    Bytes rest = of(segments);
    byte[] joined = new byte[path.length() + 1 + rest.length()];
    for (int i = 0; i < path.length(); i++) {
      joined[i] = path.at(i);
    }
    for (int i = 0; i < rest.length(); i++) {
      joined[path.length() + 1 + i] = rest.at(i);
    }
    return Bytes.wrap(joined).asConstant();
  }
}
