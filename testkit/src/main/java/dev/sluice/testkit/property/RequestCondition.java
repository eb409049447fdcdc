package dev.sluice.testkit.property;

import dev.sluice.testkit.http.Request;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/** What requests of a property are like: it makes generated ones so, and throws none of them away. */
@FunctionalInterface
public interface RequestCondition {
  /** These requests, changed where they have to be. */
  Arbitrary<Request> on(Arbitrary<Request> requests);

  /** What this makes of each request. */
  static RequestCondition changing(Function<Request, Request> change) {
    return requests -> requests.map(change);
  }
}
