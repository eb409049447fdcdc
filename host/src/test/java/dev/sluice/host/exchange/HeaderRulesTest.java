package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HeaderRulesTest {
  private static final HttpResponse OK = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();

  @Test
  void aReadGivesTheFirstOfSeveralValues() {
    HttpOutcome outcome = onRequest(
        HttpRequest.get("/").header("x-a", "one").header("x-a", "two"), plugin -> told.add(read(plugin, "x-a")));
    assertEquals(List.of("one"), told);
    assertEquals(List.of(Bytes.utf8("one"), Bytes.utf8("two")), outcome.upstreamSaw().get().values("x-a"));
  }

  @Test
  void namesAreLowerCasedAndFoundWhateverTheirCase() {
    HttpOutcome outcome =
        onRequest(HttpRequest.get("/").header("X-Mixed", "v"), plugin -> told.add(read(plugin, "x-MIXED")));
    assertEquals(List.of("v"), told);
    assertEquals(List.of(Header.of("x-mixed", "v")), outcome.upstreamSaw().get().headers());
  }

  @Test
  void aValueIsTheBytesThatCame() {
    Bytes raw = Bytes.latin1("\u00ff\u0080 \u00c3");
    HttpOutcome outcome =
        onRequest(HttpRequest.get("/").header("x-raw", raw), plugin -> told.add(read(plugin, "x-raw")));
    assertEquals(List.of(raw.latin1()), told);
    assertEquals(List.of(raw), outcome.upstreamSaw().get().values("x-raw"));
  }

  @Test
  void anAbsentHeaderIsNotFound() {
    onRequest(HttpRequest.get("/"), plugin -> told.add(read(plugin, "x-none")));
    assertEquals(List.of("NOT_FOUND"), told);
  }

  @Test
  void anEmptyValueIsThere() {
    onRequest(HttpRequest.get("/").header("x-empty", ""), plugin -> told.add(read(plugin, "x-empty")));
    assertEquals(List.of(""), told);
  }

  @Test
  void hostMeansAuthority() {
    onRequest(HttpRequest.get("/").authority("example.org"), plugin -> told.add(read(plugin, "host")));
    assertEquals(List.of("example.org"), told);
  }

  @Test
  void pseudoHeadersAreThere() {
    onRequest(HttpRequest.of("PUT", "/a?b=c"), plugin -> {
      told.add(read(plugin, ":method"));
      told.add(read(plugin, ":path"));
      told.add(read(plugin, ":scheme"));
    });
    assertEquals(List.of("PUT", "/a?b=c", "http"), told);
  }

  @Test
  void addKeepsWhatIsThereReplaceDoesNotRemoveTakesAll() {
    HttpRequest request = HttpRequest.get("/")
        .header("a", "1")
        .header("b", "1")
        .header("b", "2")
        .header("c", "1")
        .header("c", "2");
    HttpOutcome outcome = onRequest(request, plugin -> {
      plugin.host.headers().add(MapType.REQUEST_HEADERS, Bytes.utf8("a"), Bytes.utf8("2"));
      plugin.host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8("b"), Bytes.utf8("3"));
      plugin.host.headers().remove(MapType.REQUEST_HEADERS, Bytes.utf8("C"));
    });
    HttpRequest seen = outcome.upstreamSaw().get();
    assertEquals(List.of(Bytes.utf8("1"), Bytes.utf8("2")), seen.values("a"));
    assertEquals(List.of(Bytes.utf8("3")), seen.values("b"));
    assertEquals(List.of(), seen.values("c"));
  }

  @Test
  void aSecondValueOfAHeaderThatEnvoyKeepsOnceIsJoined() {
    onRequest(HttpRequest.get("/").header("x-forwarded-for", "10.0.0.1").header("x-forwarded-for", "10.0.0.2"),
        plugin -> told.add(read(plugin, "x-forwarded-for")));
    assertEquals(List.of("10.0.0.1,10.0.0.2"), told);
  }

  @Test
  void whatWouldSplitTheMessageIsABadArgument() {
    onRequest(HttpRequest.get("/"), plugin -> {
      told.add(plugin.set(MapType.REQUEST_HEADERS, "x-a", "1\r\nx-b: 2").name());
      told.add(plugin.set(MapType.REQUEST_HEADERS, "x\n", "1").name());
      told.add(read(plugin, "x-a"));
    });
    assertEquals(List.of("BAD_ARGUMENT", "BAD_ARGUMENT", "NOT_FOUND"), told);
  }

  @Test
  void aMapThatIsAbsentInThePhaseIsABadArgument() {
    onRequest(HttpRequest.get("/"), plugin -> {
      told.add(TestPlugin.told(plugin.response("x")));
      told.add(plugin.set(MapType.RESPONSE_HEADERS, "x", "y").name());
      told.add(plugin.host.headers().add(MapType.REQUEST_TRAILERS, Bytes.utf8("x"), Bytes.EMPTY).name());
      told.add(plugin.host.headers().remove(MapType.RESPONSE_TRAILERS, Bytes.utf8("x")).name());
    });
    assertEquals(List.of("BAD_ARGUMENT", "BAD_ARGUMENT", "BAD_ARGUMENT", "BAD_ARGUMENT"), told);
  }

  @Test
  void theAllPairsOfAnAbsentMapAreOkAndNone() {
    onRequest(HttpRequest.get("/"), plugin -> {
      var pairs = plugin.host.headers().pairs(MapType.RESPONSE_HEADERS);
      told.add(pairs.status() + " " + pairs.count());
    });
    assertEquals(List.of("OK 0"), told);
  }

  @Test
  void continueDropsTheRequestMap() {
    exchange(HttpRequest.get("/").header("x-a", "1"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(told(request("x-a")));
        return HeadersStatus.CONTINUE;
      }
    });
    assertEquals(List.of("BAD_ARGUMENT"), told);
  }

  @Test
  void whileLoggingHeadersCanBeReadButNotChanged() {
    exchange(HttpRequest.get("/").header("x-a", "1"), host -> new TestPlugin(host) {
      @Override
      public void onLog(int contextId) {
        told.add(told(request("x-a")));
        told.add(told(response(":status")));
        told.add(set(MapType.REQUEST_HEADERS, "x-a", "2").name());
        told.add(told(host.headers().value(MapType.REQUEST_TRAILERS, Bytes.utf8("t"))));
      }
    });
    assertEquals(List.of("1", "200", Status.BAD_ARGUMENT.name(), "NOT_FOUND"), told);
  }

  @Test
  void theHeaderCountAndEndOfStreamAreTold() {
    exchange(HttpRequest.of("POST", "/").header("x-a", "1").body("b"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(headerCount + " " + endOfStream);
        return HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(headerCount + " " + endOfStream);
        return HeadersStatus.CONTINUE;
      }
    });
    // :authority, :path, :method, :scheme, x-a, content-length; :status, content-length
    assertEquals(List.of("6 false", "2 false"), told);
  }

  @Test
  void theResponseOfTheUpstreamCanBeChanged() {
    HttpOutcome outcome = exchange(HttpRequest.get("/"), host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        set(MapType.RESPONSE_HEADERS, "x-seen", "yes");
        set(MapType.RESPONSE_HEADERS, ":status", "299");
        return HeadersStatus.CONTINUE;
      }
    });
    assertEquals(299, outcome.status());
    assertEquals(List.of(Bytes.utf8("yes")), outcome.values("x-seen"));
    assertEquals("up", outcome.text());
    assertTrue(outcome.localReply().isEmpty());
  }

  private static String read(TestPlugin plugin, String name) {
    return TestPlugin.told(plugin.request(name));
  }

  private static HttpOutcome onRequest(HttpRequest request, Consumer<TestPlugin> work) {
    return exchange(request, host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        work.accept(this);
        return HeadersStatus.CONTINUE;
      }
    });
  }

  private static HttpOutcome exchange(
      HttpRequest request, Function<Hostcalls, HostCallbacks> plugin) {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(plugin))) {
      return proxy.exchange(request, seen -> OK);
    }
  }

  @Test
  void anEditOfTheRequestHasTheRouteChosenAnew() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        set(MapType.REQUEST_HEADERS, "x-a", "1");
        host.headers().add(MapType.REQUEST_HEADERS, Bytes.utf8("x-b"), Bytes.utf8("2"));
        host.headers().remove(MapType.REQUEST_HEADERS, Bytes.utf8("x-none"));
        set(MapType.RESPONSE_HEADERS, "x-a", "1");
        request("x-a");
        return HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        set(MapType.RESPONSE_HEADERS, "x-a", "1");
        return HeadersStatus.CONTINUE;
      }
    })); Conversation talk = proxy.open()) {
      talk.requestHeaders(HttpRequest.get("/"), true).responseHeaders(HttpResponse.of(200, ""), true);
      assertEquals(3, talk.routeCacheClears());
    }
  }
}
