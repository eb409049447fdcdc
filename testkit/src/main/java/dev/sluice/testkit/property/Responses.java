package dev.sluice.testkit.property;

import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What upstreams answer. */
public final class Responses {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private Responses() {}

  /** Responses of usual statuses, bodies whole, in pieces or none, some of them with trailers. */
  public static Arbitrary<Response> any() {
    return Combinators.combine(statuses(), Fields.headers(), Bodies.inPieces(), Fields.trailers())
        .as((status, headers, pieces, trailers) -> isBodiless(status)
            ? new Response(status, headers, Vector.empty(), Headers.EMPTY, Vector.empty())
            : new Response(status, headers, pieces, trailers, Vector.empty()));
  }

  /** What an upstream may do: answer mostly, also late, break off, or stay silent. */
  public static Arbitrary<Reply> replies() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, any().map(Reply::of)),
        Tuple.of(1, any().map(response -> Reply.after(Duration.ofSeconds(1), response))),
        Tuple.of(1, Arbitraries.just(Reply.reset())),
        Tuple.of(1, Arbitraries.just(Reply.never())));
  }

  private static Arbitrary<Integer> statuses() {
    return Arbitraries.of(200, 200, 200, 201, NO_CONTENT, 301, NOT_MODIFIED, 400, 404, 500, 503);
  }

  /** RFC 9110 section 6.4.1. */
  private static boolean isBodiless(int status) {
    return status == NO_CONTENT || status == NOT_MODIFIED;
  }
}
