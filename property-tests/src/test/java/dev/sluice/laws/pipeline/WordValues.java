package dev.sluice.laws.pipeline;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of words that make something of one text or number, by their names in the language. */
final class WordValues {
  private static final List<String> CHANGES = List.of("trim", "lowerCase", "substring", "sha1", "sha256", "sha384",
      "sha512",
      "encodeHex", "decodeHex", "encodeBase64", "decodeBase64", "encodeBase64Url", "decodeBase64Url", "encodePercent",
      "decodePercent");
  private static final List<String> CHANGES_WITH =
      List.of("before", "beforeLast", "after", "afterLast", "between", "replace",
          "prepend", "append", "hmacSha1", "hmacSha256", "hmacSha512");
  private static final List<String> ASKED =
      List.of("isNot", "in", "endsWith", "present", "ignoringCase", "constantTimeIs", "matches", "containsMatch",
          "isTrue", "isFalse", "inCidr");
  private static final List<String> COMPARED =
      List.of("is", "isNot", "in", "between", "greaterThan", "atLeast", "lessThan", "atMost", "absent");

  private WordValues() {}

  static Arbitrary<Text> texts(Arbitrary<Text> inner, Arbitrary<Num> numbers) {
    Arbitrary<String> parts = Arbitraries.of("a", "/", ",", "ab", "n");
    return Ready.oneOf(
        Arbitraries
            .of("clientAddress", "routeName", "clusterName", "pluginName", "nodeId", "nodeCluster", "host", "scheme",
                "property")
            .map(Text.Known::new),
        Arbitraries.just(new Text.Own()),
        Combinators.combine(Arbitraries.of(CHANGES), inner).as(Text.Made::new),
        Combinators.combine(Arbitraries.of(CHANGES_WITH), inner, parts, parts).as(Text.MadeWith::new),
        Combinators.combine(Arbitraries.of("first", "last", "at", "join"), Values.lists()).as(Text.Elements::new),
        numbers.map(Text.AsText::new));
  }

  static Arbitrary<Num> numbers(Arbitrary<Text> texts) {
    Arbitrary<Num> simple = Ready.oneOf(Arbitraries.just(new Num.Port()),
        Arbitraries.of(0, 1, 2, 7).map(Num.Fixed::new), texts.map(Num.AsLong::new), texts.map(Num.Length::new));
    Arbitrary<String> words = Arbitraries.of("plus", "minus", "times", "dividedBy", "modulo", "min", "max");
    return Ready.oneOf(simple, simple, Combinators.combine(words, simple, simple).as(Num.Calculated::new));
  }

  static Arbitrary<Question> questions(Arbitrary<Text> texts, Arbitrary<String> others, Arbitrary<Num> numbers) {
    return Ready.oneOf(
        Combinators.combine(Arbitraries.of(ASKED), texts, others).as(Question.Asked::new),
        Combinators.combine(Arbitraries.of(COMPARED), numbers, Arbitraries.of(0, 1, 2, 7)).as(Question.Compared::new));
  }
}
