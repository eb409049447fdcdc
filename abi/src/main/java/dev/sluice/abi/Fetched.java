package dev.sluice.abi;

/**
 * What a hostcall handed over: a status and, when that is {@link Status#OK}, a run of bytes. The bytes belong to the
 * host call's arena and are readable until the current callback returns; {@link #bytes()} copies them for longer.
 */
public abstract class Fetched {

  /** {@link Status#OK}, or why there are no bytes. */
  public abstract Status status();

  /** Number of bytes, 0 unless the status is OK. */
  public abstract int length();

  /** The byte at {@code index}, which lies between 0 and {@code length() - 1}. */
  public abstract byte at(int index);

  /** A copy that stays valid; empty unless the status is OK. */
  public abstract Bytes bytes();

  /** Those from {@code from} (inclusive) to {@code to} (exclusive), which lie within, as a value of their own. */
  public abstract Bytes bytes(int from, int to);

  /** The same, readable after the callback as well. */
  public final Fetched kept() {
    return isOk() ? of(bytes()) : failed(status());
  }

  public final boolean isOk() {
    return status().isOk();
  }

  /** True when there is nothing but spaces and tabs (RFC 9110 section 5.6.3, OWS), or nothing at all. */
  public final boolean isBlank() {
    for (int i = 0, n = length(); i < n; i++) {
      byte b = at(i);
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Bytes that are at hand already. */
  public static Fetched of(Bytes bytes) {
    return new Held(Status.OK, bytes);
  }

  /** No bytes, for the reason given. */
  public static Fetched failed(Status status) {
    return new Held(status, Bytes.EMPTY);
  }

  private static final class Held extends Fetched {
    private final Status status;
    private final Bytes bytes;

    Held(Status status, Bytes bytes) {
      this.status = status;
      this.bytes = bytes;
    }

    @Override
    public Status status() {
      return status;
    }

    @Override
    public int length() {
      return bytes.length();
    }

    @Override
    public byte at(int index) {
      return bytes.at(index);
    }

    @Override
    public Bytes bytes() {
      return bytes;
    }

    @Override
    public Bytes bytes(int from, int to) {
      return bytes.slice(from, to);
    }
  }
}
