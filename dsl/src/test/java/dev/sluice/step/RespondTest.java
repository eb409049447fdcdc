package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespondTest {
  @Test
  void theReplyIsSentAsItWasWritten() {
    FakeHost host = FakeHost.get("/");
    HeadersStatus answer = Plugins.request(host,
        respond(429, "zażółć").header("Retry-After", "5").header("x-a", "b").details("too_many"));
    assertEquals(HeadersStatus.STOP_ITERATION, answer);
    assertEquals(
        List.of(new FakeHost.Sent(429, "too_many", "zażółć",
            List.of(Header.of("retry-after", "5"), Header.of("x-a", "b")))),
        host.sent());
  }

  @Test
  void nothingRunsAfterIt() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, respond(204), setHeader("x-a", "b"), respond(500));
    assertEquals(204, host.answered());
    assertEquals(List.of(), host.requestHeader("x-a"));
  }

  @Test
  void changesBeforeItAreDone() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, setHeader("x-a", "b"), respond(204));
    assertEquals(List.of("proxy_replace_header_map_value x-a", "proxy_send_local_response 204"), host.calls());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100, 199, 600, 1000})
  void aStatusThatNoReplyHasIsRefused(int status) {
    assertEquals("respond: " + status + " is no status of a reply; give one between 200 and 599",
        assertThrows(IllegalArgumentException.class, () -> respond(status)).getMessage());
  }

  @Test
  void nullsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> respond(200, (String) null));
    assertThrows(IllegalArgumentException.class, () -> respond(200).header(null, "a"));
    assertThrows(IllegalArgumentException.class, () -> respond(200).header("a", (String) null));
    assertThrows(IllegalArgumentException.class, () -> respond(200).details(null));
    assertThrows(IllegalArgumentException.class, () -> respond(200).header(":status", "300"));
  }

  @Test
  void aReplyIsAValue() {
    assertEquals(respond(403, "No").header("A", "b"), respond(403, "No").header("a", "b"));
    assertEquals("respond 403 \"No\", a: b (why)", respond(403, "No").header("a", "b").details("why").describe());
  }
}
