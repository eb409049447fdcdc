package dev.sluice.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.data.net.Cidr;
import dev.sluice.plan.LongReader;
import dev.sluice.value.text.Addresses;
import dev.sluice.value.text.Change;
import dev.sluice.value.text.Comparisons;
import dev.sluice.value.text.Credentials;
import dev.sluice.value.text.Cut;
import dev.sluice.value.text.Encodings;
import dev.sluice.value.text.Form;
import dev.sluice.value.text.Formats;
import dev.sluice.value.text.Growth;
import dev.sluice.value.text.Hashes;
import dev.sluice.value.text.Letters;
import dev.sluice.value.text.NumberFunction;
import dev.sluice.value.text.Numbers;
import dev.sluice.value.text.Parts;
import dev.sluice.value.text.PathPattern;
import dev.sluice.value.text.Predicates;
import dev.sluice.value.text.Regex;
import dev.sluice.value.text.Splitter;
import dev.sluice.value.text.TextComparison;
import dev.sluice.value.text.TextFunction;
import dev.sluice.value.text.TextPredicate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a client sends: nothing throws, and what is made of it is bounded. */
class BoundsTest {
  private static final Bytes A = Bytes.utf8("a");
  private static final Bytes LONG = Bytes.utf8("a".repeat(17) + "b");
  private static final List<Cidr> BLOCKS = List.of(Cidr.parse("10.0.0.0/8").get());

  private static final List<TextFunction> FUNCTIONS = List.of(
      new Letters.Trim(), new Letters.LowerCase(), new Letters.UpperCase(),
      new Cut.Substring(1, 3), new Cut.Before(A), new Cut.BeforeLast(LONG), new Cut.After(LONG), new Cut.AfterLast(A),
      new Cut.Group(Regex.of("t", "(a+)*(b)?", false), 1),
      new Change.Replace(A, LONG), new Change.Replace(LONG, A), new Change.Surround(LONG, A),
      new Hashes.Sha1(), new Hashes.Sha256(), new Hashes.Sha384(), new Hashes.Sha512(),
      new Hashes.Hmac(new Hashes.Sha256(), LONG),
      new Encodings.ToBase64(), new Encodings.FromBase64(), new Encodings.ToBase64Url(), new Encodings.FromBase64Url(),
      new Encodings.ToHex(), new Encodings.FromHex(), new Encodings.ToPercent(), new Encodings.FromPercent(),
      new Credentials.Bearer(), new Credentials.BasicUser(), new Credentials.BasicPassword(),
      new Formats.JsonAt(JsonPointer.parse("/a/0").get()), new Formats.FormField(A, false), new Formats.Cookie(A),
      new Addresses.Ip(), new Addresses.Host(), new Addresses.BehindHops(2), new Addresses.BehindBlocks(BLOCKS));

  private static final List<TextPredicate> PREDICATES = List.of(
      new Predicates.Compared(new Comparisons.Contains(), LONG), new Predicates.OneOf(List.of(A, LONG)),
      new Predicates.Known(A), new Predicates.Flag(true), new Predicates.Flag(false), new Predicates.Attribute(),
      new Predicates.Matches(Regex.of("t", "(a|b)*c", true), true), new Predicates.InBlocks(BLOCKS),
      PathPattern.parse("/{a}/b/{c...}"));

  private static final List<NumberFunction> NUMBERS = List.of(
      new Numbers.Decimal(), new Numbers.Length(), new Numbers.Attribute(), new Numbers.DateSeconds(),
      new Numbers.TimestampSeconds(), new Addresses.Port());

  private static final List<Splitter> SPLITTERS =
      List.of(new Parts.Delimited(A), new Parts.Delimited(LONG), new Parts.Elements(), new Parts.Segments(),
          new Form(A, false));

  private static final List<TextComparison> COMPARISONS = List.of(
      new Comparisons.Same(), new Comparisons.SameSecret(), new Comparisons.Starts(), new Comparisons.Ends(),
      new Comparisons.Contains());

  @Provide
  Arbitrary<Bytes> texts() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(Bytes::copyOf),
        Arbitraries.strings()
            .withChars("a1%=&;,./:\" \t{}[]-@+\u00ff\u00c3\0")
            .ofMaxLength(60)
            .map(Bytes::latin1),
        Arbitraries.of("Basic ", "Bearer ", "{\"a\":[", "/", "10.0.0.")
            .flatMap(
                start -> Arbitraries.strings().ascii().ofMaxLength(20).map(rest -> Bytes.utf8(start + rest))));
  }

  @Property(tries = 2000)
  void nothingThrows(@ForAll("texts") Bytes text, @ForAll("texts") Bytes other) {
    for (TextFunction function : FUNCTIONS) {
      Bytes made = function.of(text);
      assertTrue(made == null || made.length() <= Math.max(Growth.MOST_BYTES, text.length()), function.toString());
    }
    for (NumberFunction function : NUMBERS) {
      long number = function.of(text);
      assertTrue(number == LongReader.ABSENT || number >= -Long.MAX_VALUE, function.toString());
    }
    for (TextPredicate predicate : PREDICATES) {
      assertEquals(predicate.accepts(text), predicate.accepts(text), predicate.toString());
    }
    for (TextComparison comparison : COMPARISONS) {
      assertEquals(comparison.holds(text, other), comparison.holds(text, other), comparison.toString());
    }
    assertParts(text);
  }

  private static void assertParts(Bytes text) {
    for (Splitter splitter : SPLITTERS) {
      int[] seen = new int[2];
      assertTrue(splitter.each(text, part -> {
        seen[0]++;
        seen[1] += part.length();
        return true;
      }), splitter.toString());
      assertTrue(seen[0] <= text.length() + 1 && seen[1] <= text.length(), splitter.toString());
      int[] first = new int[1];
      assertEquals(seen[0] == 0, splitter.each(text, part -> ++first[0] < 1), splitter.toString());
      assertEquals(Math.min(seen[0], 1), first[0], splitter.toString());
    }
  }

  @Test
  void workIsLinear() {
    // With work that grows like the square of the length these would take minutes each.
    int length = 1 << 21;
    for (String pattern : List.of("a", "&a", "=", "a=&", ",", "\"", "/", "%", "%41", ".", "1", "[", "{\"a\":", "a b",
        "\u00ff")) {
      Bytes huge = Bytes.latin1(pattern.repeat(length / pattern.length()));
      for (TextFunction function : FUNCTIONS) {
        Bytes made = function.of(huge);
        assertTrue(made == null || made.length() <= huge.length(), function.toString());
      }
      for (NumberFunction function : NUMBERS) {
        function.of(huge);
      }
      for (TextPredicate predicate : PREDICATES) {
        predicate.accepts(huge);
      }
      Bytes half = huge.slice(0, huge.length() / 2);
      for (TextComparison comparison : COMPARISONS) {
        comparison.holds(huge, half);
        comparison.holds(half, huge);
      }
      assertParts(huge);
    }
    Bytes almost = Bytes.utf8("a".repeat(length / 2) + "b");
    assertTrue(!new Comparisons.Contains().holds(Bytes.utf8("a".repeat(length)), almost));
  }
}
