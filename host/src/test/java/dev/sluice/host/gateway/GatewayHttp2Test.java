package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP/2 without TLS, known in advance (RFC 9113 section 3.3), frame by frame. */
@Timeout(60)
class GatewayHttp2Test {
  private static final String[] GET =
      {":method", "GET", ":path", "/p?q", ":scheme", "http", ":authority", "example.org:81"};
  private static final String[] POST =
      {":method", "POST", ":path", "/p", ":scheme", "http", ":authority", "h"};

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  private static Http2Peer answering(String... headers) {
    return Http2Peer.server((peer, frame) -> {
      if (frame.endsWith(" end")) {
        peer.headers(true, headers);
      }
    });
  }

  @Test
  void aRequestOfHeadersAloneIsOneAtTheUpstreamAndForThePlugin() throws Exception {
    try (Http2Peer upstream = answering(":status", "204", "x-b", "2");
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
          @Override
          public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
            told.add("request " + endOfStream + " " + host.properties()
                .get(PropertyPath.of("request", "protocol"))
                .bytes()
                .utf8());
            return HeadersStatus.CONTINUE;
          }

          @Override
          public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
            told.add("response " + endOfStream);
            return HeadersStatus.CONTINUE;
          }
        });
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(true, GET);
      assertEquals("headers :method: GET :path: /p?q :authority: example.org:81 :scheme: http end", upstream.next());
      assertEquals("headers :status: 204 x-b: 2 end", client.next());
      assertEquals(List.of("request true HTTP/2", "response true"), List.copyOf(told));
      assertTrue(gateway.lines.take().startsWith("GET /p?q 204  1 hostcall  "));
    }
  }

  @Test
  void whatThePluginMakesOfPseudoHeadersReachesTheUpstream() throws Exception {
    try (Http2Peer upstream = answering(":status", "200");
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
          @Override
          public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
            host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8(":path"), Bytes.utf8("/other"));
            host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8(":authority"), Bytes.utf8("other:9"));
            host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8(":method"), Bytes.utf8("DELETE"));
            return HeadersStatus.CONTINUE;
          }
        });
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(true, GET);
      assertEquals("headers :method: DELETE :path: /other :authority: other:9 :scheme: http end", upstream.next());
    }
  }

  @Test
  void eachPieceEitherWayPassesAsItComes() throws Exception {
    try (Http2Peer upstream = Http2Peer.server((peer, frame) -> {
      if (frame.startsWith("headers")) {
        peer.headers(false, ":status", "200");
      } else if (frame.startsWith("data ")) {
        peer.data("<" + frame.substring(5), frame.endsWith(" end"));
      }
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(false, POST);
      assertEquals("headers :status: 200", client.next());
      assertEquals("data <one", client.data("one", false).next());
      assertEquals("data <two", client.data("two", false).next());
      client.data("", true);
      assertTrue(client.next().endsWith(" end"));
    }
  }

  @Test
  void teOfTrailersPassesAndWhatBelongsToAConnectionDoesNot() throws Exception {
    try (Http2Peer upstream = answering(":status", "200");
        GatewayFixture gateway =
            new GatewayFixture(upstream.uri(),
                GatewayFixture.setting(MapType.REQUEST_HEADERS, "transfer-encoding", "chunked"));
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(true, "te", "trailers", ":method", "GET", ":path", "/", ":scheme", "http", ":authority", "h");
      assertEquals("headers :method: GET :path: / :authority: h :scheme: http te: trailers end", upstream.next());
    }
  }

  @Test
  void anHttp2ClientIsServedByAnHttp1UpstreamAndTheOtherWayRound() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(true, GET);
      assertEquals("GET /p?q HTTP/1.1\r\nhost: example.org:81", upstream.heads.take());
      assertEquals("headers :status: 200 content-length: 2", client.next());
      assertTrue(client.next().startsWith("data ok"));
    }
    try (Http2Peer upstream = answering(":status", "200", "x-b", "2");
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange("GET / HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n");
      assertEquals("HTTP/1.1 200 OK\r\nx-b: 2\r\nconnection: close\r\n", response.split("content-length|transfer")[0]);
    }
  }

  @Test
  void aConnectionChangesToHttp2WhereTheClientAsksForThat() throws Exception {
    try (Http2Peer upstream = answering(":status", "204");
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/")).build();
      for (int i = 0; i < 2; i++) {
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        assertEquals(HttpClient.Version.HTTP_2, response.version());
        assertEquals(204, response.statusCode());
      }
    }
  }

  @Test
  void aStreamThatTheClientResetsIsResetAtTheUpstream() throws Exception {
    try (Http2Peer upstream = Http2Peer.server((peer, frame) -> {});
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(true, GET);
      upstream.next();
      client.reset();
      assertEquals("reset", upstream.next());
      assertEquals("GET /p?q broken off by the client", gateway.lines.take());
    }
  }

  @Test
  void aStreamThatTheUpstreamResetsIs503BeforeAResponseAndAResetAfterwards() throws Exception {
    try (Http2Peer upstream = Http2Peer.server((peer, frame) -> {
      if (frame.contains("/p?q")) {
        peer.reset();
      } else if (frame.startsWith("headers")) {
        peer.headers(false, ":status", "200").data("up", false);
      } else if (frame.startsWith("data")) {
        peer.reset();
      }
    }); GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      try (Http2Peer client = Http2Peer.client(gateway.port())) {
        client.headers(true, GET);
        assertTrue(client.next().startsWith("headers :status: 503 "));
      }
      try (Http2Peer client = Http2Peer.client(gateway.port())) {
        client.headers(false, POST);
        assertEquals("headers :status: 200", client.next());
        assertEquals("data up", client.next());
        client.data("x", false);
        assertEquals("reset", client.next());
      }
    }
  }

  @Test
  void aHeaderThatHttpCannotCarryIsLeftOutAndTold() throws Exception {
    for (String name : new String[] {"x y", "x\u00e4"}) {
      for (MapType map : new MapType[] {MapType.REQUEST_HEADERS, MapType.RESPONSE_HEADERS}) {
        try (Http2Peer upstream = answering(":status", "200");
            GatewayFixture gateway = new GatewayFixture(upstream.uri(), GatewayFixture.setting(map, name, "1"));
            Http2Peer client = Http2Peer.client(gateway.port())) {
          client.headers(true, GET);
          assertTrue(upstream.next().endsWith(" :scheme: http end"));
          assertEquals("headers :status: 200 content-length: 0 end", client.next());
          String line = gateway.lines.take();
          assertTrue(line.startsWith("a header that the plugin has set is left out"), line);
        }
      }
    }
  }

  @Test
  void tunnelsAreRefusedHereToo() throws Exception {
    try (Http2Peer upstream = answering(":status", "200");
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(true, ":method", "CONNECT", ":authority", "h:1");
      assertTrue(client.next().startsWith("headers :status: 501 "));
    }
  }
}
