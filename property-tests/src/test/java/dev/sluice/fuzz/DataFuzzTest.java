package dev.sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.net.Cidr;
import dev.sluice.data.net.ForwardedFor;
import dev.sluice.data.net.HttpUrl;
import dev.sluice.data.net.IpAddress;
import dev.sluice.data.text.Base64;
import dev.sluice.data.text.Fields;
import dev.sluice.data.text.Hex;
import dev.sluice.data.text.Percent;
import dev.sluice.data.time.HttpDate;
import dev.sluice.data.time.Timestamp;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What headers, paths and forms are made of. */
class DataFuzzTest {
  private static final Cidr[] TRUSTED = {Cidr.parse("10.0.0.0/8").get(), Cidr.parse("::1/128").get()};

  @Provide
  Arbitrary<Bytes> coded() {
    return ForeignBytes.around("% %4 %41 %zz + & = ; a \" %00 %ff", "a=b&c=%41+d", "x=1; y=\"2\"; z", "%e2%82%ac",
        "a&&=&b==c");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void percentCodingIsDecodedOrRefused(@ForAll("coded") Bytes raw) {
    Percent.decode(raw).forEach(bytes -> assertEquals(raw.indexOf('%', 0) < 0, bytes.equals(raw)));
    assertTrue(Percent.decodeLenient(raw).length() <= raw.length());
    assertTrue(Percent.decodeForm(raw).length() <= raw.length());
    assertEquals(raw, Percent.decode(Bytes.latin1(Percent.encode(raw))).get());
    assertEquals(raw, Percent.decodeForm(Bytes.latin1(Percent.encodeForm(raw))));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void formsAndCookiesHaveFieldsWithinTheText(@ForAll("coded") Bytes raw) {
    assertWithin(Fields.ofForm(raw), raw, Fields.DEFAULT_LIMIT);
    assertWithin(Fields.ofForm(raw, 2), raw, 2);
    assertWithin(Fields.ofCookies(raw), raw, Fields.DEFAULT_LIMIT);
  }

  private static void assertWithin(Fields fields, Bytes raw, int limit) {
    assertTrue(fields.count() <= limit);
    int bytes = 0;
    for (int i = 0; i < fields.count(); i++) {
      bytes += fields.name(i).length() + fields.value(i).length();
      assertTrue(fields.indexOf(fields.name(i), 0) <= i);
    }
    assertTrue(bytes <= raw.length());
    assertTrue(fields.name(fields.count()).isEmpty() && fields.value(-1).isEmpty());
  }

  @Provide
  Arbitrary<Bytes> encoded() {
    return ForeignBytes.around("A Aa AAAA = == + / - _ 0 ff FF g", "aGVsbG8=", "aGVsbG8", "_-8=", "68656c6C6F");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void base64AndHexAreDecodedOrRefused(@ForAll("encoded") Bytes raw) {
    String text = raw.latin1();
    assertLength(Base64.decode(text), raw.length());
    assertLength(Base64.decodeUrl(text), raw.length());
    assertLength(Base64.decodeLenient(text), raw.length());
    Hex.decode(text).forEach(bytes -> assertTrue(text.equalsIgnoreCase(Hex.encode(bytes))));
    assertEquals(raw, Base64.decode(Base64.encode(raw)).get());
    assertEquals(raw, Base64.decodeUrl(Base64.encodeUrl(raw)).get());
    assertEquals(raw, Hex.decode(Hex.encode(raw)).get());
  }

  private static void assertLength(Option<Bytes> decoded, int most) {
    assertTrue(decoded.forAll(bytes -> bytes.length() <= most));
  }

  @Provide
  Arbitrary<Bytes> addresses() {
    return ForeignBytes.around("1 . : :: , 255 256 ffff [ ] :80 / /8 /129 %eth0 0x7f", "192.0.2.1", "2001:db8::1",
        "::ffff:10.1.2.3", "[::1]:8080", "10.0.0.0/8", "2001:db8::/32", "192.0.2.1, 10.0.0.1,  ::1", "1.2.3.4:5");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void addressesAreReadOrRefused(@ForAll("addresses") Bytes raw) {
    String text = raw.latin1();
    IpAddress.parse(text).forEach(address -> assertEquals(address, IpAddress.parse(address.toString()).get()));
    IpAddress.parseWithPort(text).forEach(address -> assertEquals(address, IpAddress.of(address.bytes()).get()));
    assertEquals(raw.length() == 4 || raw.length() == 16, IpAddress.of(raw).isDefined());
    Cidr.parse(text).forEach(block -> assertEquals(block, Cidr.parse(block.toString()).get()));
    for (int hops = -1; hops < 5; hops++) {
      assertTrue(ForwardedFor.client(text, hops).isEmpty() || hops > 0);
    }
    ForwardedFor.client(text, TRUSTED).forEach(address -> assertTrue(address.bytes().length() >= 4));
  }

  @Provide
  Arbitrary<Bytes> urlsAndTimes() {
    return ForeignBytes.around("http https :// : / ? # @ a %41 :80 :99999 [::1] Mon, 01 Jan 2026 12:00:00 GMT T Z -",
        "https://example.com:8443/a?b=c", "http://[::1]/", "Sun, 06 Nov 1994 08:49:37 GMT", "2026-01-01T00:00:00Z",
        "2024-02-29T23:59:60+01:00", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void urlsAndTimesAreReadOrRefused(@ForAll("urlsAndTimes") Bytes raw) {
    String text = raw.latin1();
    HttpUrl.parse(text).forEach(url -> assertEquals(url, HttpUrl.parse(url.toString()).get()));
    HttpUrl.isPath(text);
    HttpDate.parse(raw).forEach(second -> assertEquals(second, HttpDate.parse(HttpDate.format(second)).get()));
    // With its offset a time may lie just outside of the years that can be written.
    Timestamp.parse(raw)
        .filter(second -> !Timestamp.format(second).isEmpty())
        .forEach(second -> assertEquals(second, Timestamp.parse(Timestamp.format(second)).get()));
  }
}
