package dev.sluice.check;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers that may not be written, bodies and calls that are waited for. */
class MessageFindingsTest {
  @Test
  void aPseudoHeaderOfTheOtherMessage() {
    assertEquals(
        List.of(
            "error pseudo-header at request/1 setHeader: a request has no :status; write one of :authority, :method,"
                + " :path, :protocol, :scheme"),
        Checked.request(setHeader(":status", "200")));
    assertEquals(List.of("error pseudo-header at response/1 setHeader: a response has no :path; write one of :status"),
        Checked.response(setHeader(":path", "/")));
    assertEquals(List.of(), Checked.response(setHeader(":status", "404")));
  }

  @Test
  void aHeaderOfOneConnection() {
    assertEquals(
        List.of(
            "warning hop-by-hop-header at response/1 addHeader: connection is about one connection (RFC 9110, section"
                + " 7.6.1); leave it to the proxy"),
        Checked.response(addHeader("Connection", "close")));
  }

  @Test
  void aLengthByHand() {
    assertEquals(
        List.of(
            "warning content-length at request/1 setHeader: the proxy knows how long the body is; leave content-length"
                + " to the proxy"),
        Checked.request(setHeader("content-length", "3")));
    assertEquals(
        List.of(
            "error framed-body at response/1 setHeader: the body is changed by response/2 stream; leave content-length"
                + " to the proxy"),
        Checked.response(setHeader("content-length", "3"), streamResponse(replacing("a", "bb"))));
  }

  @Test
  void aBodyLargerThanTheBuffer() {
    assertEquals(
        List.of(
            "warning large-buffer at request/1 setHeader: 2097152 bytes may be held; Envoy refuses what is above its"
                + " own limit, 1 MiB unless configured; raise per_connection_buffer_limit_bytes to as much, or lower the"
                + " limit"),
        Checked.request(setHeader("a", requestBody().limit(1 << 21).onEndless(respond(400)).json("/a"))));
  }

  @Test
  void aBodyThatMayNeverEnd() {
    assertEquals(
        List.of("note endless-body at request/1 setHeader: upgrades, CONNECT, gRPC and event streams are refused here;"
            + " ask for what they have in common before, or say what answers them with onEndless(..)"),
        Checked.request(setHeader("a", requestBody().json("/a"))));
  }

  @Test
  void aResponseThatCanOnlyBeReset() {
    assertEquals(
        List.of("note limit-resets at response/1 stream: a response that does not announce its length is reset where it"
            + " passes the limit; read it with responseBody().limit(..) where the client has to get an answer"),
        Checked.response(streamResponse(limiting(100))));
    assertEquals(List.of(), Checked.request(streamRequest(limiting(100))));
  }

  @Test
  void aHoldLongerThanTheProxyWaits() {
    assertEquals(
        List.of(
            "warning long-hold at request/1 call: the call with all its retries may take 363000 ms; Envoy ends a stream"
                + " that is idle for 300000 ms unless configured; wait shorter, or raise stream_idle_timeout"),
        Checked.request(call(cluster("c"), get("/")).within(Duration.ofMinutes(2))
            .retry(2)
            .backoff(Duration.ofSeconds(1))));
    assertEquals(1, Checked.request(delay(Duration.ofMinutes(6))).size());
    assertEquals(List.of(), Checked.plugin(plugin("p").onStart(delay(Duration.ofMinutes(6)))));
  }

  @Test
  void aCallThatIsNotToBeRepeated() {
    assertEquals(
        List.of("warning unsafe-retry at request/1 call: a POST that failed may have been done all the same (RFC 9110,"
            + " section 9.2.2); do not retry it, or send an idempotency-key that the service knows"),
        Checked.request(call(cluster("c"), post("/", text("x"))).retry(1)));
    assertEquals(List.of(), Checked.request(
        call(cluster("c"), post("/", text("x")).header("idempotency-key", randomUuid())).retry(1),
        call(cluster("c"), get("/")).retry(1), call(cluster("c"), post("/", text("x")))));
  }
}
