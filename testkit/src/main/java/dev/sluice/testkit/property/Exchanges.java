package dev.sluice.testkit.property;

import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Requests with what the upstream answers to each. */
public final class Exchanges {
  private Exchanges() {}

  /**
   * A request and its answer.
   *
   * @param answer what the upstream gives if the request comes to it
   */
  public record Given(Request request, Response answer) {}

  public static Arbitrary<Given> any() {
    return Combinators.combine(Requests.any(), Responses.any()).as(Given::new);
  }
}
