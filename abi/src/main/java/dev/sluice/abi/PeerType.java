package dev.sluice.abi;

import io.vavr.control.Option;

/** Who closed a connection ({@code proxy_peer_type_t}). */
public enum PeerType {
  UNKNOWN(0),
  LOCAL(1),
  REMOTE(2);

  private static final PeerType[] VALUES = values();

  private final int code;

  PeerType(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<PeerType> fromCode(int code) {
    for (PeerType value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
