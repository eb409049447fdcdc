package dev.sluice.data.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class IpAddressTest {

  @Property
  void textsOfAddressesAreReadAsTheJdkReadsThem(
      @ForAll @Size(16) byte[] bytes, @ForAll @IntRange(max = 16) int from, @ForAll @IntRange(max = 16) int to)
      throws UnknownHostException {
    for (int i = from; i < to; i++) {
      bytes[i] = 0;
    }
    IpAddress address = IpAddress.of(Bytes.copyOf(bytes)).get();
    assertEquals(InetAddress.getByAddress(bytes), InetAddress.getByName(address.toString()));
    assertEquals(Option.some(address), IpAddress.parse(address.toString()));
    String jdk = InetAddress.getByAddress(bytes).getHostAddress();
    assertEquals(Option.some(address), IpAddress.parse(jdk));
    assertEquals(Bytes.wrap(InetAddress.getByAddress(bytes).getAddress()), address.bytes());
  }

  @Property
  void ipv4IsReadAsTheJdkReadsIt(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
    String jdk = InetAddress.getByAddress(bytes).getHostAddress();
    IpAddress address = IpAddress.parse(jdk).get();
    assertEquals(jdk, address.toString());
    assertEquals(Bytes.copyOf(bytes), address.bytes());
    assertEquals(Option.some(address), IpAddress.parse("::FFFF:" + jdk));
    assertEquals(Option.some(address), IpAddress.of(Bytes.copyOf(bytes)));
  }

  /** A text with a colon is never looked up, so the JDK can be asked. */
  @Property(tries = 5000)
  void anyTextIsReadOrRefusedAsTheJdkDoes(@ForAll @StringLength(max = 12) @Chars({':', '1', 'f', '0', '.'}) String text)
      throws UnknownHostException {
    String six = "::" + text;
    Option<IpAddress> read = IpAddress.parse(six);
    Option<Bytes> jdk;
    try {
      jdk = Option.some(Bytes.wrap(InetAddress.getByName("[" + six + "]").getAddress()));
    } catch (UnknownHostException refused) {
      jdk = Option.none();
    }
    // The JDK takes leading zeros, in the IPv4 part and in groups of more than four digits; RFC 4291 does not.
    if (!six.matches(".*[0-9f]{5}.*|.*[:.]0[0-9].*\\..*|.*\\.0[0-9].*|.*:0[0-9]+\\..*")) {
      assertEquals(jdk, read.map(IpAddress::bytes), six);
    }
  }

  @Test
  void malformedAddressesAreRefused() {
    for (String text : new String[] {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "1..2.3", ":",
        ":::",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::12345", "1:2:3:4:5:6:7:8:", "::1%", "[1.2.3.4]", "[::1",
        "::g", "1:2:3:4:5:6:7:8::", "１.2.3.4"}) {
      assertEquals(Option.none(), IpAddress.parse(text), text);
    }
  }

  @Test
  void textIsTheShortestForm() {
    for (String text : new String[] {"::", "::1", "1::", "2001:db8::1", "2001:db8:0:1:1:1:1:1", "1:0:0:2::3",
        "2001:0:0:1::1", "0:1::", "1::8:0"}) {
      assertEquals(Option.some(text), IpAddress.parse(text).map(IpAddress::toString));
    }
    assertEquals("fe80::1", IpAddress.parse("FE80::1%eth0").get().toString());
    assertEquals("::1", IpAddress.parse("[::1]").get().toString());
  }

  @Test
  void aPortIsDroppedWhereItIsOne() {
    assertEquals("10.0.0.1", IpAddress.parseWithPort("10.0.0.1:8080").get().toString());
    assertEquals("::1", IpAddress.parseWithPort("[::1]:80").get().toString());
    assertEquals("::1:80", IpAddress.parseWithPort("::1:80").get().toString());
    assertEquals("10.0.0.1", IpAddress.parseWithPort("10.0.0.1").get().toString());
    assertEquals(Option.none(), IpAddress.parseWithPort("10.0.0.1:"));
    assertEquals(Option.none(), IpAddress.parseWithPort("10.0.0.1:123456"));
    assertEquals(Option.none(), IpAddress.parseWithPort("80"));
    assertEquals(Option.none(), IpAddress.parseWithPort(":80"));
  }

  @Property
  void aBlockHoldsTheAddressesThatShareItsBits(
      @ForAll @Size(16) byte[] bytes, @ForAll @Size(16) byte[] other, @ForAll @IntRange(max = 128) int bits,
      @ForAll @IntRange(max = 128) int same) {
    BigInteger one = new BigInteger(1, bytes).shiftRight(128 - bits).shiftLeft(128 - bits);
    // shares the first bits with the block
    BigInteger mixed = same == 0
        ? new BigInteger(1, other)
        : new BigInteger(1, bytes).shiftRight(128 - same)
            .shiftLeft(128 - same)
            .or(new BigInteger(1, other).mod(BigInteger.ONE.shiftLeft(128 - same)));
    IpAddress base = address(one);
    String text = base.isV4() ? "::ffff:" + base : base.toString();
    Cidr block = Cidr.parse(text + "/" + bits).get();
    boolean expected = mixed.shiftRight(128 - bits).equals(one.shiftRight(128 - bits));
    assertEquals(expected, block.contains(address(mixed)));
  }

  private static IpAddress address(BigInteger number) {
    byte[] out = new byte[16];
    byte[] bytes = number.toByteArray();
    for (int i = 0; i < Math.min(16, bytes.length); i++) {
      out[15 - i] = bytes[bytes.length - 1 - i];
    }
    return IpAddress.of(Bytes.wrap(out)).get();
  }

  @Test
  void blocksOfIpv4() {
    Cidr ten = Cidr.parse("10.0.0.0/8").get();
    assertTrue(ten.contains(IpAddress.parse("10.255.0.1").get()));
    assertTrue(ten.contains(IpAddress.parse("::ffff:10.1.1.1").get()));
    assertFalse(ten.contains(IpAddress.parse("11.0.0.0").get()));
    assertTrue(Cidr.parse("0.0.0.0/0").get().contains(IpAddress.parse("1.2.3.4").get()));
    assertFalse(Cidr.parse("0.0.0.0/0").get().contains(IpAddress.parse("::1").get()));
    assertTrue(Cidr.parse("1.2.3.4").get().contains(IpAddress.parse("1.2.3.4").get()));
    assertEquals("10.0.0.0/8", ten.toString());
    assertEquals("fd00::/8", Cidr.parse("fd00::/8").get().toString());
    for (String text : new String[] {"10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "/8",
        "fe80::%1/64", "::/129", "10.0.0.0/8/8"}) {
      assertEquals(Option.none(), Cidr.parse(text), text);
    }
  }

  @Test
  void theClientIsWhoTheOutermostTrustedProxySaw() {
    String header = "6.6.6.6, 1.2.3.4:5555 ,10.0.0.2,10.0.0.1";
    assertEquals("10.0.0.1", ForwardedFor.client(header, 1).get().toString());
    assertEquals("1.2.3.4", ForwardedFor.client(header, 3).get().toString());
    assertEquals(Option.none(), ForwardedFor.client(header, 5));
    assertEquals(Option.none(), ForwardedFor.client(header, 0));
    assertEquals(Option.none(), ForwardedFor.client("unknown", 1));
    assertEquals(Option.none(), ForwardedFor.client("", 1));
    Cidr[] trusted = {Cidr.parse("10.0.0.0/8").get()};
    assertEquals("1.2.3.4", ForwardedFor.client(header, trusted).get().toString());
    assertEquals("10.0.0.3", ForwardedFor.client("10.0.0.3,10.0.0.2", trusted).get().toString());
    assertEquals(Option.none(), ForwardedFor.client("1.2.3.4,x,10.0.0.2", trusted));
    assertEquals(Option.none(), ForwardedFor.client("1.2.3.4,", trusted));
    assertEquals(Option.none(), ForwardedFor.client("", trusted));
  }
}
