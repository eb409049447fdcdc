package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trailers of HTTP/1.1's chunked bodies and of HTTP/2, of requests and of responses. */
@Timeout(60)
class GatewayTrailersTest {
  private static final String CHUNKED =
      "POST / HTTP/1.1\r\nHost: h\r\ntrailer: x-t\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
  private static final String WITH_TRAILERS =
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nup\r\n0\r\nx-r: \u00ff\r\nX-R: 2\r\n\r\n";

  private final LinkedBlockingQueue<String> bodies = new LinkedBlockingQueue<>();

  /** Takes all of a chunked message, with its trailers. */
  private void takeChunked(RawClient connection) throws IOException {
    StringBuilder body = new StringBuilder();
    while (body.indexOf("0\r\n") < 0 || !body.toString().endsWith("\r\n\r\n")) {
      body.append(connection.read(1));
    }
    bodies.add(body.toString());
  }

  private RawUpstream upstream() throws IOException {
    return new RawUpstream((head, connection) -> {
      takeChunked(connection);
      connection.send(WITH_TRAILERS);
    });
  }

  @Test
  void trailersPassBothWaysOverHttp1() throws Exception {
    try (RawUpstream upstream = upstream(); GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange(CHUNKED + "3\r\nabc\r\n0\r\nx-t: \u00e9\r\nX-T: b\r\n\r\n");
      assertTrue(upstream.heads.take().contains("\r\ntrailer: x-t"));
      assertEquals("3\r\nabc\r\n0\r\nx-t: \u00e9\r\nx-t: b\r\n\r\n", bodies.take());
      assertTrue(response.endsWith("2\r\nup\r\n0\r\nx-r: \u00ff\r\nx-r: 2\r\n\r\n"), response);
    }
  }

  @Test
  void aRequestWithTrailersAndNoBodyPasses() throws Exception {
    try (RawUpstream upstream = upstream(); GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      gateway.exchange(CHUNKED + "0\r\nx-t: 1\r\n\r\n");
      assertEquals("0\r\nx-t: 1\r\n\r\n", bodies.take());
    }
  }

  @Test
  void thePluginSeesAndChangesTrailers() throws Exception {
    Function<Hostcalls, HostCallbacks> plugin = host -> new HostCallbacks() {
      @Override
      public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
        return mark(MapType.REQUEST_TRAILERS, "x-t");
      }

      @Override
      public StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
        return mark(MapType.RESPONSE_TRAILERS, "x-r");
      }

      private StopOrContinue mark(MapType map, String name) {
        Bytes seen = host.headers().value(map, Bytes.utf8(name)).bytes();
        host.headers().replace(map, Bytes.utf8(name), Bytes.latin1("seen " + seen.latin1()));
        return StopOrContinue.CONTINUE;
      }
    };
    try (RawUpstream upstream = upstream(); GatewayFixture gateway = new GatewayFixture(upstream.uri(), plugin)) {
      String response = gateway.exchange(CHUNKED + "0\r\nx-t: 1\r\n\r\n");
      assertEquals("0\r\nx-t: seen 1\r\n\r\n", bodies.take());
      assertTrue(response.contains("\r\n0\r\nx-r: seen \u00ff\r\n"), response);
    }
  }

  @Test
  void trailersThatThePluginAddsPassWhereTheBodyHasChunks() throws Exception {
    try (RawUpstream upstream = upstream();
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), adding(MapType.REQUEST_TRAILERS))) {
      gateway.exchange(CHUNKED + "1\r\na\r\n0\r\n\r\n");
      assertEquals("1\r\na\r\n0\r\nx-added: 1\r\n\r\n", bodies.take());
    }
  }

  @Test
  void trailersOfABodyOfKnownLengthAreLeftOutAndTold() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      bodies.add(connection.read(1));
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    }); GatewayFixture gateway = new GatewayFixture(upstream.uri(), adding(MapType.REQUEST_TRAILERS))) {
      String response =
          gateway.exchange("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 1\r\nconnection: close\r\n\r\na");
      assertTrue(response.startsWith("HTTP/1.1 200 "), response);
      assertEquals("a", bodies.take());
      assertEquals("trailers are left out, since the request says how long its body is", gateway.lines.take());
    }
  }

  @Test
  void framingIsNoTrailer() throws Exception {
    try (RawUpstream upstream = upstream(); GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> {
      return new HostCallbacks() {
        @Override
        public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
          host.headers().add(MapType.REQUEST_TRAILERS, Bytes.utf8("content-length"), Bytes.utf8("9"));
          host.headers().add(MapType.REQUEST_TRAILERS, Bytes.utf8("transfer-encoding"), Bytes.utf8("gzip"));
          return StopOrContinue.CONTINUE;
        }
      };
    })) {
      gateway.exchange(CHUNKED + "0\r\nx-t: 1\r\n\r\n");
      assertEquals("0\r\nx-t: 1\r\n\r\n", bodies.take());
      String line = gateway.lines.take();
      assertTrue(line.endsWith("HTTP has no such name or value: content-length"), line);
    }
  }

  @Test
  void pipelinedRequestsKeepTheirOwnTrailers() throws Exception {
    try (RawUpstream upstream = upstream(); GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String open = CHUNKED.replace("connection: close\r\n", "");
      gateway.exchange(open + "0\r\nx-t: 1\r\n\r\n" + open + "1\r\nb\r\n0\r\n\r\n" + CHUNKED + "0\r\nx-t: 3\r\n\r\n");
      assertEquals("0\r\nx-t: 1\r\n\r\n", bodies.take());
      assertEquals("1\r\nb\r\n0\r\n\r\n", bodies.take());
      assertEquals("0\r\nx-t: 3\r\n\r\n", bodies.take());
    }
  }

  @Test
  void anOldClientGetsTheBodyWithoutTrailers() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(WITH_TRAILERS);
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange("GET / HTTP/1.0\r\nHost: h\r\n\r\n");
      assertTrue(response.endsWith("\r\n\r\nup"), response);
      assertFalse(response.contains("x-r"), response);
    }
  }

  @Test
  void trailersPassBothWaysOverHttp2() throws Exception {
    try (Http2Peer upstream = Http2Peer.server((peer, frame) -> {
      if (frame.endsWith(" end")) {
        peer.headers(false, ":status", "200").data("up", false).headers(true, "x-r", "2");
      }
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(false, ":method", "POST", ":path", "/p", ":scheme", "http", ":authority", "h")
          .data("abc", false)
          .headers(true, "x-t", "1");
      assertEquals("headers :method: POST :path: /p :authority: h :scheme: http", upstream.next());
      assertEquals("data abc", upstream.next());
      assertEquals("headers x-t: 1 end", upstream.next());
      assertEquals("headers :status: 200", client.next());
      assertEquals("data up", client.next());
      assertEquals("headers x-r: 2 end", client.next());
    }
  }

  @Test
  void trailersPassFromHttp1ToHttp2AndBack() throws Exception {
    try (Http2Peer upstream = Http2Peer.server((peer, frame) -> {
      if (frame.endsWith(" end")) {
        peer.headers(false, ":status", "200").headers(true, "x-r", "2");
      }
    }); GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange(CHUNKED + "0\r\nx-t: 1\r\n\r\n");
      upstream.next();
      assertEquals("headers x-t: 1 end", upstream.next());
      assertTrue(response.endsWith("\r\n\r\n0\r\nx-r: 2\r\n\r\n"), response);
    }
  }

  @Test
  void trailersPassFromHttp2ToHttp1AndBack() throws Exception {
    try (RawUpstream upstream = upstream();
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        Http2Peer client = Http2Peer.client(gateway.port())) {
      client.headers(false, ":method", "POST", ":path", "/", ":scheme", "http", ":authority", "h")
          .headers(true, "x-t", "1");
      assertEquals("0\r\nx-t: 1\r\n\r\n", bodies.take());
      assertEquals("headers :status: 200", client.next());
      assertEquals("data up", client.next());
      assertEquals("headers x-r: \u00ff x-r: 2 end", client.next());
    }
  }

  private static Function<Hostcalls, HostCallbacks> adding(MapType map) {
    return host -> new HostCallbacks() {
      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        if (endOfStream) {
          host.headers().add(map, Bytes.utf8("x-added"), Bytes.utf8("1"));
        }
        return DataStatus.CONTINUE;
      }
    };
  }
}
