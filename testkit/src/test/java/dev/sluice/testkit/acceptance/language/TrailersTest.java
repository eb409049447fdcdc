package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.head;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;

/** Trailers are read, changed and made where a host allows it, whether anything is held or not (pain 22 of our list). */
@UsePlugin(TrailersPlugin.class)
class TrailersTest {
  private static SeenRequest upstreamSaw(Exchange exchange) {
    return exchange.upstreamSaw().getOrElseThrow(() -> new AssertionError("nothing went on: " + exchange));
  }

  private static String trailers(Headers trailers) {
    return trailers.fields().map(field -> field.name().utf8() + "=" + field.value().utf8()).sorted().mkString(" ");
  }

  @EveryPlace
  void aRequestsTrailersAreReadAndHeadersChangedByThem(PluginUnderTest plugin) {
    Exchange passed = plugin.send(post("/read", "body").trailer("x-a", "one"));
    assertEquals(200, passed.status());
    assertEquals(Vector.of("one"), upstreamSaw(passed).headers().all("x-saw"));
    assertEquals("body", upstreamSaw(passed).body().utf8());
    assertEquals("x-a=one", trailers(upstreamSaw(passed).trailers()));
  }

  @EveryPlace
  void aRequestThatLacksTrailersIsRefused(PluginUnderTest plugin) {
    assertEquals(400, plugin.send(post("/read", "body").trailer("x-b", "one")).status());
    assertEquals(400, plugin.send(post("/read", "body")).status());
    assertEquals(400, plugin.send(get("/read")).status());
  }

  @EveryPlace
  void aRequestsTrailersAreChangedWithNothingHeld(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(
        post("/edit", "").pieces("one", "two")
            .header("x-b", "added")
            .trailer("x-a", "old")
            .trailer("x-b", "first")
            .trailer("x-c", "taken out")
            .trailer("x-d", "taken out")
            .trailer("x-e", "stays"));
    assertEquals("onetwo", upstreamSaw(exchange).body().utf8());
    assertEquals("x-a=set x-b=added x-b=first x-e=stays", trailers(upstreamSaw(exchange).trailers()));
  }

  @EveryPlace
  void aRequestWithoutTrailersGetsSome(PluginUnderTest plugin) {
    Exchange whole = plugin.send(post("/edit", "body").header("x-b", "added"));
    assertEquals("body", upstreamSaw(whole).body().utf8());
    assertEquals("x-a=set x-b=added", trailers(upstreamSaw(whole).trailers()));
    Exchange pieces = plugin.send(post("/edit", "").pieces("one", "two"));
    assertEquals("onetwo", upstreamSaw(pieces).body().utf8());
    assertEquals("x-a=set", trailers(upstreamSaw(pieces).trailers()));
  }

  @EveryPlace
  void aHeldRequestsTrailersSayWhatItsBodyWas(PluginUnderTest plugin) {
    Exchange made = plugin.send(post("/held", "").pieces("one", "two"));
    assertEquals("onetwo", upstreamSaw(made).body().utf8());
    assertEquals("x-body=onetwo", trailers(upstreamSaw(made).trailers()));
    assertEquals(Vector.of("onetwo"), upstreamSaw(made).headers().all("x-saw"));
    Exchange more = plugin.send(post("/held", "body").trailer("x-a", "1"));
    assertEquals("x-a=1 x-body=body", trailers(upstreamSaw(more).trailers()));
  }

  @EveryPlace
  void aRequestOfHeadersAloneTakesTheBranch(PluginUnderTest plugin) {
    assertEquals(500, plugin.send(get("/strict")).status());
    Exchange branch = plugin.send(get("/branch"));
    assertEquals(200, branch.status());
    assertEquals(Vector.of("edge"), upstreamSaw(branch).headers().all("x-a"));
    assertEquals(Vector.of("yes"), upstreamSaw(branch).headers().all("x-after"));
    Exchange straight = plugin.send(post("/branch", "body"));
    assertEquals(Vector.empty(), upstreamSaw(straight).headers().all("x-a"));
    assertEquals(Vector.of("yes"), upstreamSaw(straight).headers().all("x-after"));
    assertEquals("x-a=edge", trailers(upstreamSaw(straight).trailers()));
  }

  @EveryPlace
  void aResponsesTrailersAreRead(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "body").trailer("x-a", "one"));
    Exchange exchange = plugin.send(get("/out/read"));
    assertEquals(Vector.of("one"), exchange.headers().all("x-saw"));
    assertEquals("body", exchange.text());
    assertEquals("x-a=one", trailers(exchange.response().trailers()));
    plugin.upstream(request -> Response.of(200, "body"));
    assertEquals(Vector.of("none"), plugin.send(get("/out/read")).headers().all("x-saw"));
    assertEquals(Vector.of("none"), plugin.send(head("/out/read")).headers().all("x-saw"));
  }

  @EveryPlace
  void aResponsesTrailersAreChangedWithNothingHeld(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "")
        .pieces("one", "two")
        .header("x-b", "last")
        .trailer("x-a", "old")
        .trailer("x-c", "taken out")
        .trailer("x-d", "stays"));
    Exchange exchange = plugin.send(get("/out/edit"));
    assertEquals("onetwo", exchange.text());
    assertEquals("x-a=set x-b=added x-b=last x-d=stays", trailers(exchange.response().trailers()));
  }

  @EveryPlace
  void aResponseWithoutTrailersGetsSome(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "body"));
    Exchange edited = plugin.send(get("/out/edit"));
    assertEquals("body", edited.text());
    assertEquals("x-a=set x-b=added", trailers(edited.response().trailers()));
    Exchange held = plugin.send(get("/out/held"));
    assertEquals("body", held.text());
    assertEquals("x-body=body", trailers(held.response().trailers()));
    assertEquals(Vector.of("body"), held.headers().all("x-saw"));
  }

  @EveryPlace
  void aResponseOfHeadersAloneTakesTheBranch(PluginUnderTest plugin) {
    plugin.upstream(request -> new Response(204, Headers.EMPTY, Vector.empty(), Headers.EMPTY, Vector.empty()));
    Exchange branch = plugin.send(get("/out/branch"));
    assertEquals(204, branch.status());
    assertEquals(Vector.of("edge"), branch.headers().all("x-a"));
    plugin.upstream(request -> Response.of(200, "body"));
    Exchange straight = plugin.send(get("/out/branch"));
    assertTrue(straight.headers().all("x-a").isEmpty());
    assertEquals("x-a=edge", trailers(straight.response().trailers()));
  }

  @EveryPlace
  void aLogReadsTheResponsesTrailersAsTheyWereSent(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "body").trailer("x-a", "old"));
    assertEquals(Vector.of("at the end: old"), plugin.send(get("/")).logs().map(LogEntry::text));
    assertEquals(Vector.of("at the end: set"), plugin.send(get("/out/edit")).logs().map(LogEntry::text));
    plugin.upstream(request -> Response.of(200, "body"));
    assertEquals(Vector.of("at the end: none"), plugin.send(get("/")).logs().map(LogEntry::text));
  }
}
