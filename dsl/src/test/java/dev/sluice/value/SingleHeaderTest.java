package dev.sluice.value;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleHeaderTest {
  private static FakeHost repeated() {
    return FakeHost.get("/").request("x-user", "a").request("X-User", "b");
  }

  @Test
  void aRepeatedHeaderIsRefusedWith400() {
    FakeHost host = repeated();
    Plugins.request(host, when(header("x-user").single().missing()).respond(403));
    assertEquals(400, host.answered());
  }

  @Test
  void repetitionOfEqualValuesIsRepetition() {
    FakeHost host = FakeHost.get("/").request("x-user", "a").request("x-user", "a");
    Plugins.request(host, when(header("x-user").single().is("a").not()).respond(403));
    assertEquals(400, host.answered());
  }

  @Test
  void onRepeatedDeclaresAnotherAnswer() {
    FakeHost host = repeated();
    Plugins.request(host,
        when(header("x-user").single().onRepeated(respond(409, "twice").header("x-why", "dup")).missing())
            .respond(403));
    assertEquals(409, host.answered());
    assertEquals("twice", host.sent().get(0).body());
  }

  @Test
  void aSingleHeaderReadsLikeAnyOther() {
    FakeHost host = FakeHost.get("/").request("x-user", "a");
    Plugins.request(host, when(header("x-user").single().is("a")).setHeader("x-is", "a"));
    assertEquals(List.of("a"), host.requestHeader("x-is"));
  }

  @Test
  void anAbsentHeaderIsMissingAndNotRepeated() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, when(header("x-user").single().missing()).respond(403));
    assertEquals(403, host.answered());
    assertEquals(List.of("proxy_get_header_map_pairs", "proxy_send_local_response"), host.hostcalls());
  }

  @Test
  void aRepeatedHeaderOfAResponseIsTheUpstreamsFault() {
    FakeHost host = FakeHost.get("/").response("x-a", "1").response("x-a", "2");
    Plugins.response(host, when(header("x-a").single().missing()).removeHeader("x-b"));
    assertEquals(502, host.answered());
  }

  @Test
  void itCanBeWrittenIntoAnotherHeader() {
    FakeHost host = FakeHost.get("/").request("x-user", "a");
    Plugins.request(host, setHeader("x-copy", header("x-user").single()));
    assertEquals(List.of("a"), host.requestHeader("x-copy"));
    FakeHost twice = repeated();
    assertEquals(HeadersStatus.STOP_ITERATION,
        Plugins.request(twice, setHeader("x-copy", header("x-user").single())));
    assertEquals(400, twice.answered());
    assertEquals(List.of(), twice.requestHeader("x-copy"));
  }

  @Test
  void theMapIsReadOnceForSeveralAndForFirstValuesBehindIt() {
    FakeHost host = FakeHost.get("/").request("x-user", "a").request("x-b", "c");
    Plugins.request(host,
        when(header("x-user").single().missing()).respond(403),
        when(header("x-b").single().missing()).respond(403),
        when(header("x-c").present()).respond(403));
    assertEquals(List.of("proxy_get_header_map_pairs"), host.hostcalls());
  }

  @Test
  void aChangeMakesTheMapBeReadAgain() {
    FakeHost host = FakeHost.get("/").request("x-user", "a");
    Plugins.request(host,
        when(header("x-user").single().missing()).respond(403),
        addHeader("x-user", "b"),
        when(header("x-user").single().missing()).respond(403));
    assertEquals(400, host.answered());
  }

  @Test
  void aMapThatTheHostDoesNotGiveFailsClosed() {
    FakeHost host = repeated().refuse("proxy_get_header_map_pairs", Status.INTERNAL_FAILURE);
    Plugins.request(host, when(header("x-user").single().is("admin")).setHeader("x-ok", "1"));
    assertEquals(503, host.answered());
  }

  @Test
  void onRepeatedNeedsAStep() {
    assertThrows(IllegalArgumentException.class, () -> header("a").single().onRepeated((dev.sluice.step.Respond) null));
  }
}
