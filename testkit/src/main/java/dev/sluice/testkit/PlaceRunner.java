package dev.sluice.testkit;

import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import java.util.function.Function;

/** One plugin with one configuration, running in one place. */
interface PlaceRunner extends AutoCloseable {

  Exchange send(Request request);

  void upstream(Function<SeenRequest, Response> answer);

  /** Ends it; an {@link AssertionError} where its log has lines that a clean run does not have. */
  @Override
  void close();
}
