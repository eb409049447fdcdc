package dev.sluice.laws.pipeline;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of what is read out of known formats, by the names of the words. */
final class FormatValues {
  private static final List<String> READ =
      List.of("bearer", "basicUser", "basicPassword", "formField", "formFields", "split", "group");
  private static final List<String> CREDENTIALS = List.of("bearer", "basicUser", "basicPassword");
  static final List<String> TEMPLATES = List.of("/{id}", "/a/{id}", "/{id}/{rest...}", "/a/{rest...}", "/{id}/b");

  private FormatValues() {}

  static Arbitrary<Text> texts(Arbitrary<Text> inner) {
    return Ready.frequencyOf(
        Tuple.of(3, Combinators.combine(Arbitraries.of(READ), inner).as(Text.Format::new)),
        Tuple.of(1, Combinators.combine(Arbitraries.of(CREDENTIALS), Arbitraries.just(new Text.Header("authorization")))
            .as(Text.Format::new)),
        Tuple.of(2, Combinators.combine(Arbitraries.of("cookie", "cookieValues"), Arbitraries.of("a", "b"))
            .as(Text.Asked::new)),
        Tuple.of(1, Combinators.combine(Arbitraries.of("queryValues", "raw", "segments"), Values.parameters())
            .as(Text.Asked::new)),
        Tuple.of(1, Arbitraries.of(0, 1, 2).map(Text.Segment::new)),
        Tuple.of(1, Arbitraries.of(TEMPLATES).map(FormatValues::parameter)));
  }

  private static Text parameter(String template) {
    return new Text.Parameter(template, template.contains("id") ? "id" : "rest");
  }
}
