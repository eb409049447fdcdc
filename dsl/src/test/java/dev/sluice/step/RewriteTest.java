package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteTest {
  private static String target(String before, Step... steps) {
    FakeHost host = FakeHost.get(before);
    Plugins.request(host, steps);
    assertEquals(0, host.answered(), () -> host.lines().toString());
    return host.requestHeader(":path").get(0);
  }

  private static int answer(FakeHost host, Step... steps) {
    Plugins.request(host, steps);
    return host.answered();
  }

  @Test
  void aPathIsSetAndTheQueryStays() {
    assertEquals("/b/c?d=e?f", target("/a?d=e?f", setPath("/b/c")));
    assertEquals("/b", target("/a", setPath("/b")));
    assertEquals("/", target("/a", setPath("/")));
  }

  @Test
  void onlyOneHostcallReadsAndOneWrites() {
    FakeHost host = FakeHost.get("/a");
    Plugins.request(host, setPath("/b"));
    assertEquals(List.of("proxy_get_header_map_value :path", "proxy_replace_header_map_value :path"), host.calls());
  }

  @ParameterizedTest
  @CsvSource({"/u/a b,/u/a%20b", "/u/a?b#c,/u/a%3Fb%23c", "/u/%41%,/u/%41%25",
      "'/u/\"<>\\^`{|}',/u/%22%3C%3E%5C%5E%60%7B%7C%7D",
      "/u/...,/u/...", "/u/.a/b..,/u/.a/b..", "//a,//a", "/ż,/%C5%BC", "/-._~!$&'()*+;=:@,/-._~!$&'()*+;=:@"})
  void aPathIsMadeLegal(String given, String expected) {
    FakeHost host = FakeHost.get("/?q").request("x-to", given);
    assertEquals(0, answer(host, setPath(header("x-to"))));
    assertEquals(expected.replace(",", "%2C") + "?q", host.requestHeader(":path").get(0).replace(",", "%2C"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "/..", "/.", "/a/../b", "/a/%2e%2E/b", "/a/.%2e", "/%2e", "/a/..\\b", "/a\\..", "http://a/b"})
  void aPathThatLeadsElsewhereIsRefused(String given) {
    FakeHost host = FakeHost.get("/").request("x-to", given);
    assertEquals(400, answer(host, setPath(header("x-to"))));
  }

  @Test
  void anAbsentPathChangesNothing() {
    assertEquals("/a", target("/a", setPath(header("x-none"))));
  }

  @Test
  void targetsWithoutPathAreLeftAlone() {
    assertEquals("*",
        target("*", setPath("/a"), setQueryParameter("a", "b"), stripPrefix("/a"), rewritePath(".*", "/b")));
    FakeHost connect = new FakeHost().request(":method", "CONNECT").request(":authority", "a.test:443");
    assertEquals(0, answer(connect, setPath("/a"), setQueryParameter("a", "b"), removeQueryParameter("a")));
    assertEquals(List.of(), connect.requestHeader(":path"));
  }

  @ParameterizedTest
  @CsvSource({"/v1,/w", "/v1/,/w/", "/v1/a?b,/w/a?b", "/v1?b,/w?b", "/v10,/v10", "/a/v1,/a/v1", "/v1//x,/w/x",
      "/V1,/V1"})
  void replacesAPrefixAtABorder(String before, String after) {
    assertEquals(after, target(before, replacePathPrefix("/v1", "/w")));
    assertEquals(after, target(before, replacePathPrefix("/v1/", "/w/")));
  }

  @ParameterizedTest
  @CsvSource({"/api,/", "/api/,/", "/api?a,/?a", "/api/a/b,/a/b", "/apis,/apis", "/api//evil.test,/evil.test", "/,/"})
  void stripsAPrefix(String before, String after) {
    assertEquals(after, target(before, stripPrefix("/api")));
  }

  @Test
  void prefixesAllPaths() {
    assertEquals("/api/a", target("/a", replacePathPrefix("/", "/api")));
    assertEquals("/api/", target("/", replacePathPrefix("/", "/api")));
  }

  @ParameterizedTest
  @CsvSource({"/users/7/of,/accounts/of-7/users", "/users/7/,/accounts/-7/users", "/users/x/of,/users/x/of"})
  void rewritesByGroups(String before, String after) {
    assertEquals(after, target(before, rewritePath("^/(?P<what>users)/([0-9]+)/(.*)$", "/accounts/$3-$2/${what}")));
  }

  @Test
  void rewritesEachMatchOfThePathAlone() {
    assertEquals("/$b/$b?a", target("/a/a?a", rewritePath("a", "$$b")));
    assertEquals("/[a]/x", target("/a/x", rewritePath("a", "[$0]")).replace("%5B", "[").replace("%5D", "]"));
    assertEquals("/b", target("/b", rewritePath("(a)?b", "$1b")));
  }

  @Test
  void bytesThatAreNotAsciiAreMatchedEncoded() {
    FakeHost host = new FakeHost();
    host.request(":path", Bytes.latin1("/\u00ff/a?\u00ff"));
    assertEquals(0, answer(host, rewritePath("^/%FF/(.*)$", "/$1")));
    assertEquals("/a?\ufffd", host.requestHeader(":path").get(0));
  }

  @Test
  void aRewriteThatLeadsElsewhereIsRefused() {
    assertEquals(400, answer(FakeHost.get("/go/../x"), rewritePath("^/go/(.*)$", "/$1")));
    assertEquals(400, answer(FakeHost.get("/go/x"), rewritePath("^/go/", "")));
  }

  @ParameterizedTest
  @CsvSource({"/,/?a=1", "/?,/?a=1", "/?b=2,/?b=2&a=1", "/?a=2,/?a=1", "/?a=2&b&a=3,/?a=1&b", "/?b&a&c,/?b&a=1&c",
      "/?b&&c,/?b&&c&a=1", "/?%61=2,/?a=1", "/?aa=2,/?aa=2&a=1", "/?=a,/?=a&a=1"})
  void setsAQueryParameter(String before, String after) {
    assertEquals(after, target(before, setQueryParameter("a", "1")));
  }

  @ParameterizedTest
  @CsvSource({"/,/", "/?,/?", "/?a,/", "/?a=1&b=2,/?b=2", "/?b=2&a=1,/?b=2", "/?a&a=1&a=,/", "/?b=%zz&a,/?b=%zz"})
  void removesAQueryParameter(String before, String after) {
    assertEquals(after, target(before, removeQueryParameter("a")));
    assertEquals(after, target(before, setQueryParameter("a", header("x-none"))));
  }

  @Test
  void namesAndValuesAreEncoded() {
    assertEquals("/?a%26b%3D=c%20%26%3D%23%25", target("/", setQueryParameter("a&b=", "c &=#%")));
    assertEquals("/?m=GET", target("/", setQueryParameter("m", method())));
  }

  @Test
  void requestLine() {
    FakeHost host = FakeHost.get("/").request("x-method", "PATCH").request("x-host", "b.test:80");
    assertEquals(0, answer(host, setMethod(header("x-method")), setScheme("HTTPS"), setAuthority("a.test")));
    assertEquals(List.of("PATCH"), host.requestHeader(":method"));
    assertEquals(List.of("https"), host.requestHeader(":scheme"));
    assertEquals(List.of("a.test"), host.requestHeader(":authority"));
    Plugins.request(host, setAuthority(header("x-host")), setMethod(header("x-none")));
    assertEquals(List.of("b.test:80"), host.requestHeader(":authority"));
    assertEquals(List.of("PATCH"), host.requestHeader(":method"));
  }

  @Test
  void whatCannotStandInARequestLineIsRefused() {
    assertEquals(400, answer(FakeHost.get("/").request("a", "G T"), setMethod(header("a"))));
    assertEquals(400, answer(FakeHost.get("/").request("a", ""), setMethod(header("a"))));
    for (String authority : List.of("", "a/b", "a b", "u@a", "a\r\nb", "a?b", "\u017c")) {
      assertEquals(400, answer(FakeHost.get("/").request("a", authority), setAuthority(header("a"))), authority);
      assertThrows(IllegalArgumentException.class, () -> setAuthority(authority));
      assertThrows(IllegalArgumentException.class, () -> setAuthority(text(authority)));
    }
    assertThrows(IllegalArgumentException.class, () -> setScheme("ftp"));
    assertThrows(IllegalArgumentException.class, () -> setMethod("G T"));
    assertThrows(IllegalArgumentException.class, () -> setMethod((String) null));
  }

  @Test
  void rerouteIsAForeignFunction() {
    FakeHost host = FakeHost.get("/").foreign((name, argument) -> Bytes.EMPTY);
    assertEquals(0, answer(host, setHeader("a", "b"), reroute()));
    assertEquals("proxy_call_foreign_function clear_route_cache", host.calls().get(1));
    assertEquals(503, answer(FakeHost.get("/"), reroute()));
    assertEquals(201,
        answer(FakeHost.get("/"), reroute().onFailure(log(dev.sluice.abi.LogLevel.WARN, "no")), respond(201)));
    assertEquals(202, answer(FakeHost.get("/"), reroute().onFailure(respond(202)), respond(201)));
  }

  @Test
  void theyAreForRequestParts() {
    for (Step step : List.of(setPath("/a"), stripPrefix("/a"), rewritePath("a", "b"), setQueryParameter("a", "b"),
        removeQueryParameter("a"), setAuthority("a"), reroute())) {
      FakeHost host = FakeHost.get("/");
      assertThrows(AssertionError.class, () -> Plugins.response(host, step));
    }
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> setPath("a"));
    assertThrows(IllegalArgumentException.class, () -> setPath("/a?b"));
    assertThrows(IllegalArgumentException.class, () -> setPath("/a/../b"));
    assertThrows(IllegalArgumentException.class, () -> setPath((String) null));
    assertThrows(IllegalArgumentException.class, () -> stripPrefix("api"));
    assertThrows(IllegalArgumentException.class, () -> rewritePath("(", "a"));
    assertEquals(
        "rewritePath: the replacement \"/$2\" has $2, a group that the regular expression lacks; it has 1",
        assertThrows(IllegalArgumentException.class, () -> rewritePath("(a)", "/$2")).getMessage());
    assertThrows(IllegalArgumentException.class, () -> rewritePath("(a)", "/${b}"));
    assertThrows(IllegalArgumentException.class, () -> rewritePath("(a)", "/$"));
    assertThrows(IllegalArgumentException.class, () -> rewritePath("(a)", "/${1"));
    assertThrows(IllegalArgumentException.class, () -> rewritePath("(a)", "/$100"));
    assertThrows(IllegalArgumentException.class, () -> setQueryParameter(null, "a"));
  }
}
