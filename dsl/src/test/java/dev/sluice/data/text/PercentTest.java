package dev.sluice.data.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.net.URLDecoder;
import java.net.URLEncoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class PercentTest {

  @Property
  void formsAreCodedAsTheJdkDoes(@ForAll @Size(max = 20) byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    String coded = Percent.encodeForm(bytes);
    assertEquals(URLEncoder.encode(bytes.latin1(), ISO_8859_1), coded);
    assertEquals(bytes, Percent.decodeForm(Bytes.latin1(coded)));
  }

  @Property
  void whatIsCodedIsDecoded(@ForAll @Size(max = 20) byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    assertEquals(Option.some(bytes), Percent.decode(Bytes.latin1(Percent.encode(bytes))));
    assertEquals(bytes, Percent.decodeLenient(Bytes.latin1(Percent.encodePath(bytes))));
  }

  @Property(tries = 5000)
  void anyTextIsDecodedOrRefusedAsTheJdkDoes(
      @ForAll @StringLength(max = 8) @Chars({'%', '2', 'f', 'A', '+', 'x', '\u00ff'}) String text) {
    Bytes given = Bytes.latin1(text);
    Option<Bytes> strict = Percent.decode(given);
    if (text.matches("([^%]|%[2fA]{2})*")) {
      Bytes jdk = Bytes.latin1(URLDecoder.decode(text, ISO_8859_1));
      assertEquals(jdk, Percent.decodeForm(given));
      assertEquals(Option.some(Percent.decodeLenient(given)), strict);
    } else {
      assertEquals(Option.none(), strict);
    }
  }

  @Test
  void aPercentSignWithoutDigitsStandsForItself() {
    assertEquals("100%", Percent.decodeLenient(Bytes.latin1("100%")).latin1());
    assertEquals("%4", Percent.decodeLenient(Bytes.latin1("%4")).latin1());
    assertEquals("%zzA+", Percent.decodeLenient(Bytes.latin1("%zz%41+")).latin1());
    assertEquals("/a%20b", Percent.encodePath(Bytes.latin1("/a b")));
  }

  @Test
  void formsKeepTheirOrderAndTheirRepetitions() {
    Fields form = Fields.ofForm(Bytes.latin1("a=1&&b&a=%32+x&=v&c=d=e&"));
    assertEquals(5, form.count());
    assertEquals("[a=1][b=][a=2 x][=v][c=d=e]", text(form));
    assertEquals(Option.some(Bytes.latin1("1")), form.first(Bytes.latin1("a")));
    assertEquals(2, form.indexOf(Bytes.latin1("a"), 1));
    assertEquals(Option.none(), form.first(Bytes.latin1("z")));
    assertEquals(Bytes.EMPTY, form.value(5));
    assertEquals(Bytes.EMPTY, form.name(-1));
  }

  @Test
  void cookiesAreReadAsServersDo() {
    Fields cookies = Fields.ofCookies(Bytes.latin1(" a = 1 ;b=\"x y\"; c ; =d; e=; f=g=h;a=%32;;\"q=\""));
    assertEquals("[a=1][b=x y][e=][f=g=h][a=%32][\"q=\"]", text(cookies));
    assertEquals(0, Fields.ofCookies(Bytes.EMPTY).count());
  }

  @Test
  void fieldsBeyondTheLimitAreNotRead() {
    Fields all = Fields.ofForm(Bytes.latin1("a&b&c&"), 3);
    assertEquals(3, all.count());
    assertEquals(true, all.isComplete());
    Fields some = Fields.ofForm(Bytes.latin1("a&b&c&d"), 3);
    assertEquals("[a=][b=][c=]", text(some));
    assertEquals(false, some.isComplete());
    assertEquals(1000, Fields.ofForm(Bytes.latin1("a&".repeat(2000))).count());
  }

  @Property(tries = 2000)
  void anyBytesAreRead(@ForAll @Size(max = 30) byte[] input, @ForAll @StringLength(max = 9) @Chars({'=', '&', ';', '"',
      ' ', 'a', '%'}) String text) {
    for (Bytes bytes : new Bytes[] {Bytes.copyOf(input), Bytes.latin1(text)}) {
      text(Fields.ofForm(bytes));
      text(Fields.ofCookies(bytes));
    }
  }

  private static String text(Fields fields) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < fields.count(); i++) {
      out.append('[').append(fields.name(i)).append('=').append(fields.value(i)).append(']');
    }
    return out.toString();
  }
}
