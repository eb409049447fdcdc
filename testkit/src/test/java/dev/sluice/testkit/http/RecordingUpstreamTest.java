package dev.sluice.testkit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingUpstreamTest {
  private static final Response PIECES = Response.of(200, "").pieces("ab", "", "cd");

  /** Bytes behind the head would be taken for the answer to the next request: RFC 9112 section 6.3. */
  @Test
  void anAnswerToHeadEndsWithItsHead() throws IOException {
    assertHeadThenGet(PIECES);
    assertHeadThenGet(PIECES.trailer("x-sum", "4"));
    assertHeadThenGet(Response.of(200, "abcd").trailer("x-sum", "4"));
    assertHeadThenGet(Response.of(200, "abcd"));
    assertHeadThenGet(Response.of(200, "").header("content-length", "4"));
  }

  private static void assertHeadThenGet(Response answer) throws IOException {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        Http1Connection client = Http1Connection.open("127.0.0.1", upstream.port(), Duration.ofSeconds(10))) {
      upstream.answer(request -> request.method().equals("HEAD") ? answer : PIECES.trailer("x-last", "yes"));
      Response head = client.exchange(Request.head("/"));
      assertEquals(200, head.status());
      assertEquals(Bytes.EMPTY, head.body());
      Response get = client.exchange(Request.get("/"));
      assertEquals("abcd", get.text());
      assertEquals("yes", get.trailers().all("x-last").mkString());
      assertEquals(2, upstream.seen().size());
    }
  }
}
