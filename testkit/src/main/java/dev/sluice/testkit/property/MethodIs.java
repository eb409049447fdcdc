package dev.sluice.testkit.property;

import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** See {@link RequestWords#method}. */
record MethodIs(Vector<String> methods) implements RequestCondition {
  MethodIs(String first, String... others) {
    this(Vector.of(others).prepend(first));
  }

  @Override
  public Arbitrary<Request> on(Arbitrary<Request> requests) {
    return Combinators.combine(requests, Arbitraries.of(methods.asJava()))
        .as((request, method) -> Edits.of(request).method(method));
  }
}
