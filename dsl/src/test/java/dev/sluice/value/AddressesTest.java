package dev.sluice.value;

import static dev.sluice.dsl.Sluice.clientAddress;
import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.host;
import static dev.sluice.dsl.Sluice.port;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.fake.FakeHost;
import dev.sluice.value.text.Addresses;
import io.vavr.control.Option;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients, blocks of addresses, hosts and ports. */
class AddressesTest {
  private static final FakeHost HOST = FakeHost.get("/");

  private static FakeHost from(String peer) {
    return FakeHost.get("/").property(PropertyPath.of("source", "address"), peer);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1:4711, 10.0.0.1", "10.0.0.1, 10.0.0.1", "[2001:DB8::1]:80, 2001:db8::1",
      "::ffff:10.0.0.1, 10.0.0.1",
      "/var/run/envoy.sock, ", "'', "})
  void thePeerOfTheConnection(String peer, String address) {
    assertEquals(Option.of(address), read(from(peer), clientAddress()));
    assertEquals(Option.of(address), readInResponse(from(peer), clientAddress()));
  }

  @Test
  void aHostThatDoesNotTellThePeer() {
    assertEquals(Option.none(), read(HOST, clientAddress()));
    assertEquals(Option.none(), read(HOST, clientAddress("10.0.0.0/8")));
  }

  @Test
  void aNumberOfTrustedProxies() {
    FakeHost host =
        from("10.0.0.9:1").request("x-forwarded-for", "6.6.6.6, 1.2.3.4").request("x-forwarded-for", "10.0.0.8");
    assertEquals(Option.some("10.0.0.8"), read(host, clientAddress(1)));
    assertEquals(Option.some("1.2.3.4"), read(host, clientAddress(2)));
    assertEquals(Option.some("6.6.6.6"), read(host, clientAddress(3)));
    assertEquals(Option.none(), read(host, clientAddress(4)));
    assertEquals(Option.some("1.2.3.4"), readInResponse(host, clientAddress(2)));
    assertEquals(Option.none(), read(HOST, clientAddress(1)));
  }

  @Test
  void trustedBlocks() {
    TextValue client = clientAddress("10.0.0.0/8", "fd00::/8");
    FakeHost host =
        from("10.0.0.9:1").request("x-forwarded-for", "6.6.6.6, 1.2.3.4").request("x-forwarded-for", "fd00::8");
    assertEquals(Option.some("1.2.3.4"), read(host, client));
    assertEquals(Option.some("1.2.3.4"), readInResponse(host, client));
    assertEquals(Option.some("9.9.9.9"), read(from("9.9.9.9:1").request("x-forwarded-for", "1.2.3.4"), client));
    assertEquals(Option.some("10.0.0.9"), read(from("10.0.0.9:1"), client));
    assertEquals(Option.some("10.1.1.1"), read(from("10.0.0.9:1").request("x-forwarded-for", "10.1.1.1"), client));
    assertEquals(Option.none(), read(from("10.0.0.9:1").request("x-forwarded-for", "1.2.3.4, unknown"), client));
  }

  @ParameterizedTest
  @CsvSource({"10.1.2.3, true", "10.1.2.3:80, true", "11.0.0.1, false", "::ffff:10.0.0.1, true", "fd12::1, true",
      "[fd12::1]:443, true", "fe80::1, false", "10.0.0, false", "'', false", "10.0.0.1.evil, false"})
  void inCidr(String address, boolean expected) {
    assertEquals(expected, holds(HOST, text(address).inCidr("10.0.0.0/8", "fd00::/8")));
  }

  @Test
  void anOverlongTextIsNoAddress() {
    assertFalse(holds(HOST, text("1".repeat(1 << 20)).inCidr("0.0.0.0/0")));
    assertFalse(holds(HOST, header("x-none").inCidr("0.0.0.0/0")));
  }

  @ParameterizedTest
  @CsvSource({"example.test, example.test, ", "example.test:8443, example.test, 8443", "[::1]:80, [::1], 80",
      "[::1], [::1], ",
      "example.test:, example.test, ", "a:b, , ", "a:99999, , ", "a:123456, , ", "[::1, , ", "[]:80, , ", "[::1]x, , ",
      "'', , ", ":80, , ", "user@host:80, , ", "a:1:2, , ", "a:065535, , "})
  void hostsAndPorts(String authority, String name, String number) {
    FakeHost host = new FakeHost().request(":authority", authority);
    assertEquals(Option.of(name), read(host, host()));
    assertEquals(Option.of(number), read(host, port().asText()));
    assertEquals(Option.of(name), readInResponse(host, host()));
  }

  @Property
  void anyAuthorityIsReadOrRefused(
      @ForAll @Chars({'a', ':', '[', ']', '1', '@', '\u00ff'}) @StringLength(max = 12) String text) {
    Bytes authority = Bytes.latin1(text);
    Bytes name = new Addresses.Host().of(authority);
    long number = new Addresses.Port().of(authority);
    assertTrue(name == null || authority.startsWith(name) && !name.isEmpty());
    assertTrue(name != null || number < 0);
    assertTrue(number <= 65_535);
  }

  @Property
  void anyForwardedForIsReadOrRefused(
      @ForAll @Chars({'1', '.', ',', ' ', ':', '\u00ff'}) @StringLength(max = 40) String text) {
    read(from("10.0.0.1:1").request("x-forwarded-for", Bytes.latin1(text)), clientAddress(2));
    read(from("10.0.0.1:1").request("x-forwarded-for", Bytes.latin1(text)), clientAddress("10.0.0.0/8"));
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> clientAddress(0));
    assertThrows(IllegalArgumentException.class, () -> clientAddress("10.0.0.1/8"));
    assertThrows(IllegalArgumentException.class, () -> header("a").inCidr());
    assertEquals("inCidr: \"10.0.0.0/33\" is no block of addresses; give one such as 10.0.0.0/8 or fd00::/8, with zeros"
        + " behind the length",
        assertThrows(IllegalArgumentException.class, () -> header("a").inCidr("10.0.0.0/33")).getMessage());
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("IP address of property source.address is in 10.0.0.0/8 or fd00::/8",
        clientAddress().inCidr("10.0.0.0/8", "fd00::/8").describe());
    assertEquals("client behind 2 proxies in request header x-forwarded-for", clientAddress(2).describe());
    assertEquals("host of authority", host().describe());
    assertEquals("port of authority is 80", port().is(80).describe());
    assertEquals(header("a").inCidr("10.0.0.0/8"), header("a").inCidr("10.0.0.0/8"));
  }
}
