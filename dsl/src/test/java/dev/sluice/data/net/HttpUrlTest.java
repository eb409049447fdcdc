package dev.sluice.data.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {
  @Test
  void itsParts() {
    assertEquals(Option.some(new HttpUrl("http", "example.com", 8080, "/a/b%20c", Option.some("d=e&f"))),
        HttpUrl.parse("HTTP://Example.COM:8080/a/b%20c?d=e&f"));
    assertEquals(Option.some(new HttpUrl("https", "[::1]", 443, "/", Option.none())), HttpUrl.parse("https://[::1]"));
    assertEquals(Option.some(new HttpUrl("http", "a", 80, "/", Option.some(""))), HttpUrl.parse("http://a?"));
    assertEquals(Option.some(new HttpUrl("http", "10.0.0.1", 80, "//", Option.none())),
        HttpUrl.parse("http://10.0.0.1:80//"));
  }

  @Test
  void whatGoesIntoARequest() {
    HttpUrl url = HttpUrl.parse("https://example.com:8443/a?b").get();
    assertEquals("example.com:8443", url.authority());
    assertEquals("/a?b", url.target());
    assertEquals("https://example.com:8443/a?b", url.toString());
    assertEquals("example.com", HttpUrl.parse("https://example.com:443").get().authority());
    assertEquals("http://example.com:443/", HttpUrl.parse("http://example.com:443").get().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http:", "http:/", "http://", "http:///a", "ftp://a/", "//a/", "a/b", "http://a b/",
      "http://a/b c", "http://a/%2", "http://a/%zz", "http://a/#b", "http://u@a/", "http://u:p@a/", "http://a:0/",
      "http://a:65536/", "http://a:x/", "http://a:/", "http://a:000080/", "http://[::1/", "http://[::1%25a]/",
      "http://[a]/", "http://[::1]a/", "http://é/", "http://a/\u00e9", "http://%61/", "http://a\\b/", "http://a/{b}"})
  void noUrls(String text) {
    assertEquals(Option.none(), HttpUrl.parse(text));
  }

  @Property
  void whatIsParsedIsOneForTheJdk(@ForAll @StringLength(max = 12) String tail) {
    for (String text : new String[] {"http://" + tail, "https://a/" + tail, "http://a" + tail}) {
      HttpUrl.parse(text).forEach(url -> {
        URI uri = URI.create(text);
        assertEquals(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(), url.path());
        assertEquals(Option.of(uri.getRawQuery()), url.query());
        assertTrue(HttpUrl.isPath(url.path()));
        assertEquals(Option.some(url), HttpUrl.parse(url.toString()));
      });
    }
  }
}
