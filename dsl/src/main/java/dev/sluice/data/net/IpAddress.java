package dev.sluice.data.net;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import io.vavr.control.Option;

/**
 * An IPv4 or IPv6 address. IPv4 is held as its mapped IPv6 address (RFC 4291 section 2.5.5.2), so {@code 10.0.0.1} and
 * {@code ::ffff:10.0.0.1} are equal: a server that listens on both sees the same client either way.
 */
public final class IpAddress {
  private static final long MAPPED = 0xffff_0000_0000L;

  private final long high;
  private final long low;

  private IpAddress(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /**
   * IPv4 as four decimal numbers, none with a leading zero (which some read as octal), IPv6 by RFC 4291 section 2.2
   * with or without brackets; a zone ({@code %eth0}) is dropped. No port: see {@link #parseWithPort}.
   */
  public static Option<IpAddress> parse(String text) {
    int from = 0;
    int to = text.length();
    if (to > 2 && text.charAt(0) == '[' && text.charAt(to - 1) == ']') {
      from++;
      to--;
      return IpText.find(text, ':', from, to) < 0 ? Option.none() : IpText.v6(text, from, to);
    }
    return IpText.find(text, ':', 0, to) < 0 ? IpText.v4(text, 0, to) : IpText.v6(text, from, to);
  }

  /** As {@link #parse}, with or without a port behind: {@code 10.0.0.1:80}, {@code [::1]:80}, as Envoy writes peers. */
  public static Option<IpAddress> parseWithPort(String text) {
    int length = text.length();
    int port = length;
    while (port > 0 && text.charAt(port - 1) >= '0' && text.charAt(port - 1) <= '9') {
      port--;
    }
    int colon = port - 1;
    boolean cut = colon > 0 && text.charAt(colon) == ':' && port < length && length - port <= 5
        && (text.charAt(colon - 1) == ']' || IpText.find(text, ':', 0, length) == colon);
    return parse(cut ? text.substring(0, colon) : text);
  }

  /** From 4 or 16 bytes in network order; none for another length. */
  public static Option<IpAddress> of(Bytes bytes) {
    if (bytes.length() != 4 && bytes.length() != 16) {
      return Option.none();
    }
    long high = 0;
    long low = bytes.length() == 4 ? 0xffff : 0;
    for (int i = 0; i < bytes.length(); i++) {
      high = high << 8 | low >>> 56;
      low = low << 8 | bytes.at(i) & 0xff;
    }
    return Option.some(new IpAddress(high, low));
  }

  static IpAddress v4(int bits) {
    return new IpAddress(0, MAPPED | bits & 0xffffffffL);
  }

  static IpAddress v6(long high, long low) {
    return new IpAddress(high, low);
  }

  /** Whether this is IPv4, mapped or not. */
  public boolean isV4() {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /** 4 or 16 bytes in network order. */
  public Bytes bytes() {
    byte[] out = new byte[isV4() ? 4 : 16];
    for (int i = 0; i < out.length; i++) {
      long half = out.length - i > 8 ? high : low;
      out[i] = (byte) (half >>> ((out.length - 1 - i & 7) << 3));
    }
    return Bytes.wrap(out);
  }

  /** The first bits equal, counted in the 128 bits of IPv6. */
  boolean sharesBits(IpAddress other, int count) {
    long differentHigh = high ^ other.high;
    long differentLow = low ^ other.low;
    if (count <= 64) {
      return count == 0 || differentHigh >>> (64 - count) == 0;
    }
    return differentHigh == 0 && differentLow >>> (128 - count) == 0;
  }

  /** Whether all bits behind the first {@code count} are zero. */
  boolean endsAt(int count) {
    boolean lowEnds = count >= 128 || (count <= 64 ? low == 0 : low << (count - 64) == 0);
    return lowEnds && (count >= 64 || high << count == 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high * 31 + low);
  }

  /** IPv4 in decimal, IPv6 as RFC 5952 section 4 has it. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (isV4()) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.append(Decimal.of((int) (low >>> shift) & 0xff)).append(shift > 0 ? "." : "");
      }
      return out.toString();
    }
    IpText.append(out, high, low);
    return out.toString();
  }
}
