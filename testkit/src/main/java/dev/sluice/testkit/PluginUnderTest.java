package dev.sluice.testkit;

import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A plugin that runs in one {@link Place}, between a client and an upstream. */
public final class PluginUnderTest {
  /** What the upstream answers unless told otherwise: 200 and the text {@code upstream}. */
  public static final Response UPSTREAM = Response.of(200, "upstream");

  private final Place place;
  private final PlaceRunner runner;
  private final ReentrantLock one = new ReentrantLock();

  PluginUnderTest(Place place, PlaceRunner runner) {
    this.place = place;
    this.runner = runner;
  }

  /** Where the plugin runs. */
  public Place place() {
    return place;
  }

  /** For the rest of the test the upstream answers what this function makes of a request. */
  public PluginUnderTest upstream(Function<SeenRequest, Response> answer) {
    runner.upstream(answer);
    return this;
  }

  /** Sends one request and returns when the exchange is over everywhere. Requests of several threads queue up. */
  public Exchange send(Request request) {
    one.lock();
    try {
      return runner.send(request);
    } finally {
      one.unlock();
    }
  }
}
