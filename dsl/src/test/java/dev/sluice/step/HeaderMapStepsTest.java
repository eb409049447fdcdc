package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderMapStepsTest {
  private static final List<String> PSEUDO =
      List.of(":method: GET", ":scheme: http", ":authority: example.test", ":path: /");

  private static FakeHost host(String... fields) {
    FakeHost host = FakeHost.get("/");
    for (String field : fields) {
      int colon = field.indexOf(": ");
      host.request(field.substring(0, colon), field.substring(colon + 2));
    }
    return host;
  }

  /** What is there behind the pseudo-headers, which all have to be there. */
  private static List<String> after(FakeHost host, Step... steps) {
    Plugins.request(host, steps);
    List<String> all = host.all(MapType.REQUEST_HEADERS);
    assertEquals(PSEUDO, all.subList(0, 4));
    return all.subList(4, all.size());
  }

  @Test
  void appendedValuesAreOneList() {
    FakeHost host = host("vary: accept", "a: b", "vary: ", "vary: origin");
    assertEquals(List.of("a: b", "vary: accept, origin, cookie"), after(host, appendHeader("Vary", "cookie")));
    assertEquals(
        List.of("proxy_get_header_map_pairs REQUEST_HEADERS", "proxy_replace_header_map_value vary"), host.calls());
  }

  @Test
  void appendedToNothingItIsTheValue() {
    assertEquals(List.of("a: b"), after(host(), appendHeader("a", "b")));
    assertEquals(List.of("a: GET"), after(host("a: "), appendHeader("a", method())));
    assertEquals(List.of("a: b"), after(host("a: b"), appendHeader("a", header("x-none"))));
  }

  @Test
  void anAppendedValueIsReadBehindIt() {
    FakeHost host = host("a: 1");
    Plugins.request(host, when(header("a").is("1, 2")).respond(500), appendHeader("a", "2"),
        when(header("a").is("1, 2")).respond(200));
    assertEquals(200, host.answered());
  }

  @Test
  void anAppendedValueCannotForgeAHeader() {
    FakeHost host = FakeHost.get("/?q=%0d%0aa:b");
    Plugins.request(host, appendHeader("a", query("q")));
    assertEquals(400, host.answered());
  }

  @Test
  void renamingMovesAllValuesAndLeavesNothingOfTheOtherName() {
    FakeHost host = host("a: 1", "b: forged", "c: 3", "a: 2");
    assertEquals(List.of("b: 1", "c: 3", "b: 2"), after(host, renameHeader("A", "B")));
    assertEquals(
        List.of("proxy_get_header_map_pairs REQUEST_HEADERS", "proxy_set_header_map_pairs REQUEST_HEADERS"),
        host.calls());
    assertEquals(List.of(), after(host("b: forged"), renameHeader("a", "b")));
  }

  @Test
  void nothingIsWrittenWhereNothingChanges() {
    FakeHost host = host("c: 3");
    after(host, renameHeader("a", "b"), removeHeadersStartingWith("x-"), keepHeaders("c"),
        removeHeaders("d", "e", "f"));
    assertEquals(List.of("proxy_get_header_map_pairs REQUEST_HEADERS"), host.calls());
  }

  @Test
  void removesByPrefix() {
    assertEquals(List.of("x-in: 2", "y: 5"),
        after(host("x-internal-a: 1", "x-in: 2", "x-internal-b: 3", "x-debug: 4", "y: 5"),
            removeHeadersStartingWith("X-Internal-", "x-debug")));
  }

  @Test
  void removesSeveralByName() {
    FakeHost two = host("a: 1", "b: 2", "c: 3");
    assertEquals(List.of("c: 3"), after(two, removeHeaders("A", "b")));
    assertEquals(List.of("proxy_remove_header_map_value a", "proxy_remove_header_map_value b"), two.calls());
    FakeHost three = host("a: 1", "b: 2", "c: 3", "a: 4");
    assertEquals(List.of("c: 3"), after(three, removeHeaders("a", "b", "x")));
    assertEquals(2, three.calls().size());
  }

  @Test
  void keepsOnlyThese() {
    assertEquals(List.of("accept: a", "content-length: 3", "transfer-encoding: chunked", "x-forwarded-proto: http"),
        after(host("accept: a", "cookie: c", "content-length: 3", "transfer-encoding: chunked", "x: y",
            "x-forwarded-proto: http"),
            keepHeaders("Accept")));
    assertEquals(List.of(), after(host("accept: a"), keepHeaders()));
  }

  @Test
  void setsManyAtOnce() {
    FakeHost host = host("a: 1", "b: 2", "c: 3", "a: 4");
    assertEquals(List.of("c: 3", "a: 5", "d: GET"),
        after(host, setHeaders(Map.of("A", "5", "b", "6")).header("D", method()).header("b", header("x-none"))));
    assertEquals(List.of("proxy_get_header_map_value :method", "proxy_get_header_map_value x-none",
        "proxy_get_header_map_pairs REQUEST_HEADERS", "proxy_set_header_map_pairs REQUEST_HEADERS"), host.calls());
  }

  @Test
  void setsNoneAtOnce() {
    FakeHost host = host("a: 1");
    assertEquals(List.of("a: 1"), after(host, setHeaders(Map.of())));
    assertEquals(List.of(), host.calls());
  }

  @Test
  void manyValuesAreReadBeforeAnythingChanges() {
    assertEquals(List.of("a: 2", "b: 1"),
        after(host("a: 1", "b: 2"), setHeaders(Map.of()).header("a", header("b")).header("b", header("a"))));
  }

  @Test
  void noneOfManyValuesCanForgeAHeader() {
    FakeHost host = FakeHost.get("/?q=%0d%0aa:b");
    Plugins.request(host, setHeaders(Map.of("a", "b")).header("c", query("q")));
    assertEquals(400, host.answered());
    assertEquals(List.of(), host.requestHeader("a"));
  }

  @Test
  void theyChangeResponses() {
    FakeHost host = FakeHost.get("/").response("a", "1").response("x-b", "2").response("c", "3");
    Plugins.response(host, renameHeader("a", "d"), removeHeadersStartingWith("x-"), appendHeader("c", "4"),
        setHeaders(Map.of("e", "5")));
    assertEquals(List.of(":status: 200", "d: 1", "c: 3, 4", "e: 5"), host.all(MapType.RESPONSE_HEADERS));
  }

  @Test
  void theyChangeRepliesOfInnerFilters() {
    FakeHost host = FakeHost.get("/");
    Plugins.exchange(host, response(
        renameHeader("a", "b"), removeHeadersStartingWith("x-"), setHeaders(Map.of("e", "5")))
        .then(response(respond(401).header("a", "1").header("x-c", "2").header("d", "3"))));
    assertEquals(401, host.answered());
    assertEquals("[Header[name=b, value=1], Header[name=d, value=3], Header[name=e, value=5]]",
        host.sent().get(0).headers().toString());
  }

  @Test
  void aHostThatRefusesTheMapIsAFailure() {
    FakeHost host = host("a: 1").refuse("proxy_set_header_map_pairs", Status.BAD_ARGUMENT);
    Plugins.request(host, renameHeader("a", "b"));
    assertEquals(503, host.answered());
  }

  @Test
  void illegalNamesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> appendHeader("set-cookie", "a=b"));
    assertThrows(IllegalArgumentException.class, () -> appendHeader(":path", "a"));
    assertThrows(IllegalArgumentException.class, () -> appendHeader("a", "b\n"));
    assertThrows(IllegalArgumentException.class, () -> renameHeader("a", "A"));
    assertThrows(IllegalArgumentException.class, () -> renameHeader(":path", "a"));
    assertThrows(IllegalArgumentException.class, () -> removeHeaders());
    assertThrows(IllegalArgumentException.class, () -> removeHeaders("a", null));
    assertThrows(IllegalArgumentException.class, () -> removeHeaders(":path"));
    assertThrows(IllegalArgumentException.class, () -> removeHeadersStartingWith(""));
    assertThrows(IllegalArgumentException.class, () -> removeHeadersStartingWith(":"));
    assertThrows(IllegalArgumentException.class, () -> keepHeaders("a b"));
    assertThrows(IllegalArgumentException.class, () -> setHeaders(Map.of("a", "b\r")));
    assertThrows(IllegalArgumentException.class, () -> setHeaders(null));
    assertThrows(IllegalArgumentException.class, () -> setHeaders(Map.of()).header("a", (String) null));
  }

  @Test
  void stepsAreValuesAndDescribeThemselves() {
    assertEquals("append to header vary: \"origin\"", appendHeader("Vary", "origin").describe());
    assertEquals("rename header a to b", renameHeader("A", "b").describe());
    assertEquals("remove headers a, b", removeHeaders("A", "b").describe());
    assertEquals("remove headers that start with x-", removeHeadersStartingWith("X-").describe());
    assertEquals("keep only the headers a", keepHeaders("A").describe());
    assertEquals("set headers a to \"1\", b to method",
        setHeaders(Map.of("A", "1")).header("b", method()).describe());
    var holds = path().is("/");
    assertEquals(when(holds).then(appendHeader("a", "b")), when(holds).appendHeader("a", "b"));
    assertEquals(when(holds).then(appendHeader("a", method())), when(holds).appendHeader("a", method()));
    assertEquals(when(holds).then(renameHeader("a", "b")), when(holds).renameHeader("a", "b"));
    assertEquals(when(holds).then(removeHeaders("a", "b")), when(holds).removeHeaders("a", "b"));
  }
}
