package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Pipelines.Part;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of steps that do what others do in more words. */
final class Others {
  private Others() {}

  static Arbitrary<Action> steps(Part part, Arbitrary<List<Action>> inner) {
    Arbitrary<Text> texts = Values.texts(part, 1);
    return Ready.frequencyOf(
        Tuple.of(2, inner.map(Action.Sequence::new)),
        Tuple.of(2, Combinators.combine(Values.names(), texts, Values.names(), texts).as(Action.SetHeaders::new)),
        Tuple.of(1, Combinators.combine(Values.names(), Values.names()).as(Action.RemoveHeaders::new)),
        Tuple.of(1, texts.map(Action.SetWhole::new)),
        Tuple.of(2, Combinators.combine(Arbitraries.of(301, 302, 308), Ready.oneOf(texts, locations()),
            Arbitraries.of(0, 1)).as(Action.Redirect::new)),
        Tuple.of(1, texts.map(Action.Increment::new)),
        Tuple.of(part == Part.REQUEST ? 4 : 0, rewrites(texts)));
  }

  private static Arbitrary<Text> locations() {
    return Arbitraries.of("/", "/a", "//evil.test", "/\\evil.test", "/\t/evil.test", "https://evil.test")
        .map(Text.Literal::new);
  }

  private static Arbitrary<Action> rewrites(Arbitrary<Text> texts) {
    return Ready.oneOf(
        Arbitraries.of("PUT", "x!").map(Text.Literal::new).map(Action.SetMethod::new),
        Combinators.combine(Arbitraries.of("PUT", "", "a b").map(Text.Literal::new), texts)
            .as(Text.Joined::new)
            .map(Action.SetMethod::new),
        Arbitraries.of("http", "https", "HTTPS").map(Action.SetScheme::new),
        Combinators.combine(Arbitraries.of("a", "^/([a-z]+)", "/+$", "(%..)|[^a-z/]", "(?i)A(b)?"),
            Arbitraries.of("", "b$0", "/x$1", "$1$$", "/../a", "c\u00e9"))
            .filter((regex, by) -> regex.contains("(") || !by.contains("$1"))
            .as(Action.RewritePath::new),
        Arbitraries.of("/", "/a", "/a/b", "/v1").map(Action.StripPrefix::new));
  }
}
