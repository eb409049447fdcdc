package dev.sluice.testkit.http;

import java.util.function.Function;

/** What a service answers in a test; called by several threads. */
@FunctionalInterface
public interface Callee {
  Reply answer(SeenRequest request);

  /** Answers at once. */
  static Callee of(Function<SeenRequest, Response> answer) {
    return request -> Reply.of(answer.apply(request));
  }
}
