package dev.sluice.data.net;

import dev.sluice.abi.Decimal;
import io.vavr.control.Option;

/** A block of addresses, RFC 4632 and RFC 4291 section 2.3: {@code 10.0.0.0/8}, {@code fd00::/8}. */
public final class Cidr {
  private static final int V4_OFFSET = 96;

  private final IpAddress base;
  private final int bits;

  private Cidr(IpAddress base, int bits) {
    this.base = base;
    this.bits = bits;
  }

  /**
   * {@code ::/0} holds the addresses of IPv4 too. An address with a length, or an address alone, which is a block of one. Bits behind the length are zero: a block
   * like {@code 10.0.0.1/8} is more often a slip than meant, so it is refused, and so is a zone.
   */
  public static Option<Cidr> parse(String text) {
    int slash = IpText.find(text, '/', 0, text.length());
    String addressText = slash < 0 ? text : text.substring(0, slash);
    Option<IpAddress> address = IpAddress.parse(addressText);
    if (address.isEmpty() || IpText.find(text, '%', 0, text.length()) >= 0) {
      return Option.none();
    }
    // The length of a mapped block that is written as IPv6 counts IPv6's bits.
    int offset = IpText.find(addressText, ':', 0, addressText.length()) < 0 ? V4_OFFSET : 0;
    int length = slash < 0 ? 128 - offset : IpText.decimal(text, slash + 1, text.length());
    int bits = length + offset;
    return length < 0 || bits > 128 || !address.get().endsAt(bits)
        ? Option.none()
        : Option.some(new Cidr(address.get(), bits));
  }

  /** Whether the address lies in the block. An IPv4 block holds mapped addresses too. */
  public boolean contains(IpAddress address) {
    return base.sharesBits(address, bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr that && bits == that.bits && base.equals(that.base);
  }

  @Override
  public int hashCode() {
    return 31 * base.hashCode() + bits;
  }

  /** The first address and the length, counted in the 32 bits of IPv4 where the block is one of IPv4. */
  @Override
  public String toString() {
    boolean v4 = base.isV4() && bits >= V4_OFFSET;
    return base + "/" + Decimal.of(v4 ? bits - V4_OFFSET : bits);
  }
}
