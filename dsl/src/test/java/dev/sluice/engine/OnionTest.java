package dev.sluice.engine;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OnionTest {
  private static final int STREAM = Plugins.STREAM;

  private static Step in(String name) {
    return addHeader("x-in", name);
  }

  private static Step out(String name) {
    return addHeader("x-out", name);
  }

  private static Filter ring(String name) {
    return request(in(name)).response(out(name));
  }

  @Test
  void requestPartsInOrderResponsePartsInReverse() {
    FakeHost host = FakeHost.get("/");
    Plugins.exchange(host, ring("a").then(ring("b")).then(ring("c")));
    assertEquals(List.of("a", "b", "c"), host.requestHeader("x-in"));
    assertEquals(List.of("c", "b", "a"), host.responseHeader("x-out"));
  }

  @Test
  void theResponsePartsOfTheFiltersBeforeAReplyRunOnIt() {
    FakeHost host = FakeHost.get("/");
    Filter replies = request(respond(403)).response(out("replies"));
    Plugins.exchange(host, ring("a").then(ring("b")).then(replies).then(ring("d")));
    assertEquals(403, host.answered());
    assertEquals(List.of("a", "b"), host.requestHeader("x-in"));
    assertEquals(List.of("b", "a"), host.responseHeader("x-out"));
  }

  /** The law for any number of filters, which of them have which part, and which of them replies. */
  @Property
  void theOnionLaw(
      @ForAll @Size(max = 7) List<@IntRange(max = 3) Integer> kinds, @ForAll @IntRange(max = 8) int replyAt) {
    List<String> in = new ArrayList<>();
    List<String> out = new ArrayList<>();
    Filter all = Filter.none();
    boolean replied = false;
    for (int i = 0; i < kinds.size(); i++) {
      String name = "f" + i;
      boolean hasRequest = (kinds.get(i) & 1) != 0;
      boolean hasResponse = (kinds.get(i) & 2) != 0;
      boolean replies = hasRequest && i == replyAt;
      Filter filter = Filter.none();
      if (hasRequest) {
        filter = replies ? filter.request(respond(403)) : filter.request(in(name));
      }
      if (hasResponse) {
        filter = filter.response(out(name));
      }
      if (!replied && hasRequest && !replies) {
        in.add(name);
      }
      replied |= replies;
      if (!replied && hasResponse) {
        out.add(0, name);
      }
      all = all.then(filter);
    }
    FakeHost host = FakeHost.get("/");
    Plugins.exchange(host, all);
    assertEquals(replied ? 403 : 0, host.answered());
    assertEquals(in, host.requestHeader("x-in"));
    assertEquals(out, host.responseHeader("x-out"));
  }

  @Test
  void aReplyThatAnotherFilterOfTheProxyGaveFirstPassesNoFilterThatWasNotEntered() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("p").request(in("a")).response(out("a")), host);
    callbacks.onContextCreate(STREAM, Plugins.ROOT);
    callbacks.onResponseHeaders(STREAM, 0, true);
    assertEquals(List.of(), host.responseHeader("x-out"));
  }

  @Test
  void withoutAnyRequestPartResponsePartsAlwaysRun() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("p").with(response(out("a")), response(out("b"))), host);
    callbacks.onResponseHeaders(STREAM, 0, true);
    callbacks.onContextCreate(STREAM, Plugins.ROOT);
    callbacks.onResponseHeaders(STREAM, 0, true);
    assertEquals(List.of("b", "a", "b", "a"), host.responseHeader("x-out"));
  }

  @Test
  void aReplyInAResponsePartPassesTheOuterResponsePartsBeforeItIsSent() {
    FakeHost host = FakeHost.get("/").response("x-upstream", "1");
    Filter outer = response(
        setHeader("x-status", header(":status")),
        setHeader("x-seen", header("x-own")),
        when(header("x-upstream").present()).setHeader("x-leak", "1"),
        removeHeader("x-own"),
        addHeader("vary", "origin"));
    Filter inner = response(when(status().is(200)).then(respond(502, "bad").header("x-own", "v")), out("never"));
    Plugins.exchange(host, outer.then(inner));
    assertEquals(
        List.of(new FakeHost.Sent(502, "", "bad",
            List.of(Header.of("x-status", "502"), Header.of("x-seen", "v"), Header.of("vary", "origin")))),
        host.sent());
    assertEquals(List.of(), host.responseHeader("vary"));
    assertEquals(List.of(), host.responseHeader("x-out"));
  }

  @Test
  void anOuterResponsePartMayAnswerInItsTurn() {
    FakeHost host = FakeHost.get("/");
    Filter outer = response(when(status().is(502)).respond(503, "outer"));
    Plugins.exchange(host, outer.then(response(respond(502, "inner"))));
    assertEquals(503, host.answered());
    assertEquals("outer", host.sent().get(0).body());
  }

  @Test
  void theStatusOfAReplyCanBeChangedByAnOuterResponsePart() {
    FakeHost host = FakeHost.get("/");
    Plugins.exchange(host, response(setHeader(":status", "404")).then(response(respond(403))));
    assertEquals(404, host.answered());
  }

  @Test
  void aReplyIsSentLastAndStopsTheStream() {
    FakeHost host = FakeHost.get("/");
    Plugin plugin = plugin("p").request(in("a"), respond(403), in("b"));
    assertEquals(HeadersStatus.STOP_ITERATION,
        Plugins.configured(plugin, host).onRequestHeaders(STREAM, 0, true));
    assertEquals("proxy_send_local_response 403", host.calls().get(host.calls().size() - 1));
  }

  @Test
  void theResponseOfAReplyMayComeWhileItIsBeingSent() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("p").with(ring("a")).request(respond(403)), host);
    host.duringReply(() -> callbacks.onResponseHeaders(STREAM, 0, true));
    assertEquals(HeadersStatus.STOP_ITERATION, callbacks.onRequestHeaders(STREAM, 0, true));
    assertEquals(403, host.answered());
    assertEquals(List.of("a"), host.responseHeader("x-out"));
  }

  @Test
  void nothingIsKeptOfStreamsThatEnded() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("p").request(in("a")).response(out("a")), host);
    for (int stream = 2; stream < 5_000; stream++) {
      callbacks.onRequestHeaders(stream, 0, true);
      callbacks.onResponseHeaders(stream, 0, true);
      callbacks.onDelete(stream);
    }
    assertEquals(0, callbacks.contextsKept());
  }
}
