package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.MapType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayHeadersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

  @Test
  void headersPassInOrderWithTheirBytesAndRepetitions() throws Exception {
    try (RawUpstream upstream =
        RawUpstream.answering("HTTP/1.1 200 Fine\r\nX-B: \u00ff\u0080\r\nx-b: two\r\ncontent-length: 2\r\n\r\nok");
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange(
          "GET /p?q=1 HTTP/1.1\r\nHost: example.org\r\nX-A: one\r\nx-raw: \u00e9\u00fe\r\nX-A: two\r\nconnection: close\r\n\r\n");
      assertEquals("GET /p?q=1 HTTP/1.1\r\nhost: example.org\r\nx-a: one\r\nx-raw: \u00e9\u00fe\r\nx-a: two",
          upstream.heads.take());
      assertTrue(response.contains("\r\nx-b: \u00ff\u0080\r\nx-b: two\r\n"), response);
      assertTrue(response.endsWith("\r\n\r\nok"), response);
    }
  }

  @Test
  void hopByHopHeadersStayOnTheirConnection() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(
        "HTTP/1.1 200 OK\r\nconnection: x-mine\r\nx-mine: 1\r\nkeep-alive: timeout=5\r\ncontent-length: 2\r\n\r\nok");
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange(
          String.join("\r\n", "GET / HTTP/1.1", "Host: h", "Connection: close, X-Private", "X-Private: 1",
              "TE: trailers",
              "Keep-Alive: 5", "Proxy-Connection: close", "Upgrade: websocket", "x-kept: 1", "", ""));
      assertEquals("GET / HTTP/1.1\r\nhost: h\r\nte: trailers\r\nx-kept: 1\r\nconnection: te", upstream.heads.take());
      assertFalse(response.contains("x-mine"), response);
      assertFalse(response.contains("keep-alive"), response);
    }
  }

  @Test
  void whatThePluginSetsReachesTheUpstream() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway =
            new GatewayFixture(upstream.uri(), GatewayFixture.setting(MapType.REQUEST_HEADERS, ":path", "/other"))) {
      gateway.exchange("GET /p HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n");
      assertEquals("GET /other HTTP/1.1\r\nhost: h", upstream.heads.take());
    }
  }

  @Test
  void whatThePluginSetsReachesTheClient() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway =
            new GatewayFixture(upstream.uri(), GatewayFixture.setting(MapType.RESPONSE_HEADERS, ":status", "418"))) {
      String response = gateway.exchange("GET /p HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n");
      assertTrue(response.startsWith("HTTP/1.1 418 "), response);
      assertTrue(response.endsWith("ok"), response);
    }
  }

  @Test
  void aHeaderThatHttpCannotCarryIsLeftOutAndTold() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway =
            new GatewayFixture(upstream.uri(), GatewayFixture.setting(MapType.REQUEST_HEADERS, "x y", "1"))) {
      gateway.exchange("GET /p HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n");
      assertEquals("GET /p HTTP/1.1\r\nhost: h", upstream.heads.take());
      assertEquals("a header that the plugin has set is left out, since HTTP has no such name or value: x y",
          gateway.lines.take());
    }
  }

  @Test
  void aRequestThatThePluginMadeNoneIs503() throws Exception {
    for (String method : new String[] {"", "two words"}) {
      try (RawUpstream upstream = RawUpstream.answering(OK);
          GatewayFixture gateway =
              new GatewayFixture(upstream.uri(), GatewayFixture.setting(MapType.REQUEST_HEADERS, ":method", method))) {
        String response = gateway.exchange("GET /p HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 503 "), response);
        assertTrue(gateway.lines.take().contains(" cannot be sent what the plugin made of GET /p: "));
      }
    }
  }

  @Test
  void aStatusThatHttpDoesNotHaveIs502() throws Exception {
    for (String status : new String[] {"", "-1", "101", "1000", "ok"}) {
      try (RawUpstream upstream = RawUpstream.answering(OK);
          GatewayFixture gateway =
              new GatewayFixture(upstream.uri(), GatewayFixture.setting(MapType.RESPONSE_HEADERS, ":status", status))) {
        String response = gateway.exchange("GET /p HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 502 "), response);
      }
    }
  }

  @Test
  void anAbsoluteTargetNamesTheHost() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      gateway.exchange("GET http://example.org?x HTTP/1.1\r\nHost: other\r\nconnection: close\r\n\r\n");
      assertEquals("GET /?x HTTP/1.1\r\nhost: example.org", upstream.heads.take());
    }
  }

  @Test
  void aRequestHasExactlyOneHost() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String none = gateway.exchange("GET / HTTP/1.1\r\n\r\n");
      String two = gateway.exchange("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
      assertTrue(none.startsWith("HTTP/1.1 400 "), none);
      assertTrue(two.startsWith("HTTP/1.1 400 "), two);
      assertTrue(two.contains("a request has exactly one Host header"), two);
      assertTrue(upstream.heads.isEmpty());
    }
  }

  @Test
  void aMalformedRequestIsRefused() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange("GET / HTTP/1.1\r\nHost: a\r\nno colon here\r\n\r\n");
      assertTrue(response.startsWith("HTTP/1.1 400 "), response);
    }
  }

  @Test
  void tunnelsAreRefused() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange("CONNECT h:1 HTTP/1.1\r\nHost: h:1\r\n\r\n");
      assertTrue(response.startsWith("HTTP/1.1 501 "), response);
    }
  }
}
