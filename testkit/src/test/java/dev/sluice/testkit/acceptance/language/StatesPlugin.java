package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Cache;
import dev.sluice.step.CounterMetric;
import dev.sluice.step.SharedCounter;
import java.time.Duration;

/** Keeps things for longer than a stream, and tells the proxy about streams. */
public final class StatesPlugin implements SluicePlugin {
  private static final Cache CACHE = cache("texts", 16, Duration.ofHours(1));
  private static final SharedCounter COUNTER = sharedCounter("visits", 64);
  private static final CounterMetric VISITS =
      counter("visits").tag("method", method(), "GET", "POST").tag("who", query("who"), 2);

  @Override
  public Plugin define(Settings settings) {
    return plugin("states")
        .onQueue("notes", log(LogLevel.INFO, template("note {}", message())))
        .request(
            when(path().is("/data")).then(
                setHeader("x-before", sharedData("key")),
                setSharedData("key", query("set")),
                updateSharedData("trail", "old", template("{}{}", ref("old").orElse(""), query("set"))),
                setHeader("x-trail", sharedData("trail"))),
            when(path().is("/cache")).then(
                setHeader("x-cached", CACHE.get(query("key"))),
                CACHE.put(query("key"), query("value")),
                setHeader("x-kept", CACHE.get(query("key")))),
            when(path().is("/count")).then(
                COUNTER.add(query("who")).as("visits"),
                setHeader("x-visits", ref("visits")),
                setHeader("x-total", COUNTER.of(query("who")).asText())),
            when(path().is("/metrics")).then(
                VISITS.increment(),
                gauge("level").set(query("level").asLong()),
                gauge("level").add(-1),
                histogram("sizes").record(query("level").asLong()),
                step("more", exchange -> exchange.add(VISITS, 10)).changes(VISITS)),
            when(path().is("/queue")).then(
                enqueue("notes", query("note")),
                enqueue("nobody", query("note")).onFailure(setHeader("x-nobody", "no"))),
            when(path().is("/properties")).then(
                setProperty("own", query("value")),
                setHeader("x-own", property("own")),
                setFilterState("envoy.network.upstream_server_name", query("value"))
                    .onFailure(setHeader("x-known", "no")),
                setFilterState("unknown.state", query("value")).onFailure(setHeader("x-state", "no"))),
            when(path().is("/foreign")).then(
                callForeign("compress", query("value")).as("small"),
                callForeign("uncompress", ref("small")).as("back"),
                setHeader("x-back", ref("back")),
                callForeign("no_such_function", query("value")).as("none").onFailure(setHeader("x-none", "no"))),
            when(path().is("/refused")).then(callForeign("no_such_function", query("value"))),
            when(path().is("/reset")).then(resetStream()))
        .response(when(path().is("/reset-late")).then(resetStream()));
  }
}
