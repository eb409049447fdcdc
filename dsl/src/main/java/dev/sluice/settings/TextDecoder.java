package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import dev.sluice.data.json.Json;
import io.vavr.control.Option;
import java.util.function.Function;

/** A string, see {@link Decoders#text}. Its length is counted in characters (code points). */
public final class TextDecoder extends Decoder<String> {
  private final int shortest;
  private final int longest;
  private final boolean blankToo;

  TextDecoder(int shortest, int longest, boolean blankToo) {
    if (shortest < 0 || shortest > longest) {
      throw new IllegalArgumentException("text: no string has at least " + Decimal.of(shortest) + " and at most "
          + Decimal.of(longest) + " characters; give the shortest length first");
    }
    this.shortest = shortest;
    this.longest = longest;
    this.blankToo = blankToo;
  }

  /** Something else than white space. */
  public TextDecoder notBlank() {
    return new TextDecoder(shortest, longest, false);
  }

  /** At least the one and at most the other number of characters. */
  public TextDecoder length(int atLeast, int atMost) {
    return new TextDecoder(atLeast, atMost, blankToo);
  }

  /** At most so many characters. */
  public TextDecoder atMost(int characters) {
    return new TextDecoder(shortest, characters, blankToo);
  }

  /**
   * Matched as a whole by this regular expression, in RE2's syntax. It adds the 200 kB of an engine for regular
   * expressions to a module that has none yet; {@link #oneOf} and {@link #parse} do not.
   */
  public Decoder<String> matching(String regex) {
    return new MatchingDecoder(this, regex);
  }

  /** One of these. */
  public Decoder<String> oneOf(String... texts) {
    return new ChoiceDecoder<>("oneOf", texts, Function.identity());
  }

  @Override
  String read(Json json, Place place) {
    Option<String> text = json.string();
    return text.isEmpty() || !accepts(text.get()) ? unexpected(json, place) : text.get();
  }

  boolean accepts(String text) {
    int length = 0;
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      length += Character.isLowSurrogate(c) ? 0 : 1;
      blank &= c == ' ' || c >= '\t' && c <= '\r';
    }
    return length >= shortest && length <= longest && (blankToo || !blank);
  }

  @Override
  String expected() {
    String noun = blankToo ? "a string" : "a non-blank string";
    if (longest == Integer.MAX_VALUE) {
      return shortest == 0 ? noun : noun + " of at least " + Decimal.of(shortest) + " characters";
    }
    return shortest == 0
        ? noun + " of at most " + Decimal.of(longest) + " characters"
        : noun + " of " + Decimal.of(shortest) + " to " + Decimal.of(longest) + " characters";
  }

  @Override
  public Schema schema() {
    Schema schema = Schema.ofType("string");
    schema = shortest == 0 ? schema : schema.with("minLength", (long) shortest);
    schema = longest == Integer.MAX_VALUE ? schema : schema.with("maxLength", (long) longest);
    return blankToo ? schema : schema.with("pattern", "[^ \\t-\\r]");
  }

  @Override
  Option<Object> shown(String value) {
    return Option.some(value);
  }
}
