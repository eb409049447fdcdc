package dev.sluice.laws.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of JSON texts, as bytes with one character for each: valid ones, and what is nearly one. */
public final class Documents {
  private static final int DEEPEST = 2;
  private static final List<String> SCALARS =
      List.of("1", "12", "-0.5e3", "9999999999999999999", "true", "null", "\"\"",
          "\"a\"", "\"b c\"", "\"\\u0061\\/\"", "\"\u00c3\u00a9\"", "\"\\ud83d\\ude00\"", "\"\\ud800x\"", "\"\\n\"",
          "\"12\"",
          "\"{\\\"a\\\":1}\"");
  private static final List<String> NAMES = List.of("a", "a", "b", "c", "\\u0061", "~", "", "0", "a/b");
  private static final List<String> INTRUDERS =
      List.of(",", "}", "]", ":", "\"", "\\", "0", "-", "\u0000", "\u00ff", "\u00c3", "\u00a0", " ", "{}");

  private Documents() {}

  /** Most of them valid. */
  public static Arbitrary<String> any() {
    return Ready.frequencyOf(Tuple.of(6, valid()), Tuple.of(2, broken()), Tuple.of(1, deep()));
  }

  /** The characters that the bytes are, where they are UTF-8. */
  static String characters(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  static Arbitrary<String> valid() {
    return Combinators.combine(blanks(), values(DEEPEST), blanks())
        .as((before, value, behind) -> before + value + behind);
  }

  private static Arbitrary<String> broken() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 40);
    return Ready.oneOf(
        Combinators.combine(valid(), places).as((text, at) -> text.substring(0, Math.min(at, text.length()))),
        Combinators.combine(valid(), places, Arbitraries.of(INTRUDERS)).as((text, at, intruder) -> {
          int place = Math.min(at, text.length());
          return text.substring(0, place) + intruder + text.substring(place);
        }));
  }

  /** As deep as it may be, or deeper by one. */
  private static Arbitrary<String> deep() {
    return Arbitraries.of(63, 64, 65).map(depth -> "[".repeat(depth) + "]".repeat(depth));
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> scalars = Arbitraries.of(SCALARS);
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> inner = Ready.made(values(depth - 1));
    Arbitrary<String> members = Combinators.combine(Arbitraries.of(NAMES), blanks(), inner, blanks())
        .as((name, before, value, behind) -> before + "\"" + name + "\"" + behind + ":" + before + value + behind);
    Arbitrary<String> elements = Combinators.combine(blanks(), inner, blanks())
        .as((before, value, behind) -> before + value + behind);
    return Ready.frequencyOf(
        Tuple.of(4, Combinators.combine(several(members), blanks()).as((all, empty) -> "{" + joined(all, empty) + "}")),
        Tuple.of(2,
            Combinators.combine(several(elements), blanks()).as((all, empty) -> "[" + joined(all, empty) + "]")),
        Tuple.of(1, scalars));
  }

  private static Arbitrary<List<String>> several(Arbitrary<String> parts) {
    return parts.list().ofMaxSize(3);
  }

  private static String joined(List<String> parts, String empty) {
    return parts.isEmpty() ? empty : String.join(",", parts);
  }

  private static Arbitrary<String> blanks() {
    return Arbitraries.of("", "", "", " ", "\n\t", "\r ");
  }
}
