package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.net.Cidr;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.text.Comparisons;
import dev.sluice.value.text.Predicates;
import dev.sluice.value.text.Regex;
import dev.sluice.value.text.TextPredicate;
import java.util.List;

/**
 * The questions that can be asked about one text, or about the elements of a list. Texts are compared as bytes; what the
 * author writes down is taken in UTF-8. Where there is no text the answer is no.
 */
public sealed interface TextQuestions permits TextValue, Quantified {

  /** The condition that the answer to this question is yes. */
  Condition asked(TextPredicate question);

  /** Whether comparisons disregard the case of ASCII letters. */
  boolean ignoresCase();

  /**
   * Exactly this text.
   * <pre>{@code when(method().is("POST"))}</pre>
   */
  default Condition is(String text) {
    return asked(new Predicates.Compared(new Comparisons.Same(), literal("is", text)));
  }

  /**
   * One of these texts.
   * <pre>{@code when(method().in("PUT", "DELETE"))}</pre>
   */
  default Condition in(String... texts) {
    Check.some("in", "text", texts);
    Bytes[] literals = new Bytes[texts.length];
    for (int i = 0; i < texts.length; i++) {
      literals[i] = literal("in", texts[i]);
    }
    return asked(new Predicates.OneOf(List.of(literals)));
  }

  /**
   * This text at the beginning.
   * <pre>{@code when(path().startsWith("/admin/"))}</pre>
   */
  default Condition startsWith(String prefix) {
    return asked(new Predicates.Compared(new Comparisons.Starts(), literal("startsWith", prefix)));
  }

  /**
   * This text at the end.
   * <pre>{@code when(path().endsWith(".php"))}</pre>
   */
  default Condition endsWith(String suffix) {
    return asked(new Predicates.Compared(new Comparisons.Ends(), literal("endsWith", suffix)));
  }

  /**
   * This text anywhere.
   * <pre>{@code when(header("user-agent").contains("bot"))}</pre>
   */
  default Condition contains(String part) {
    return asked(new Predicates.Compared(new Comparisons.Contains(), literal("contains", part)));
  }

  /**
   * The whole text matches this regular expression. Syntax of RE2, time linear in the text whatever the expression. A
   * byte that is not part of well-formed UTF-8 counts as one character, U+FFFD.
   * <pre>{@code when(path().matches("/v[0-9]+/.*"))}</pre>
   */
  default Condition matches(String regex) {
    return asked(new Predicates.Matches(regex("matches", regex, ignoresCase()), true));
  }

  /**
   * Some part of the text matches this regular expression; else like {@link #matches}.
   * <pre>{@code when(query("q").containsMatch("(?i)select .* from"))}</pre>
   */
  default Condition containsMatch(String regex) {
    return asked(new Predicates.Matches(regex("containsMatch", regex, ignoresCase()), false));
  }

  /**
   * An IP address, with or without a port, in one of these blocks (RFC 4632, RFC 4291 section 2.3). IPv4 and its mapped
   * form in IPv6 are the same.
   * <pre>{@code when(clientAddress().inCidr("10.0.0.0/8", "fd00::/8"))}</pre>
   */
  default Condition inCidr(String... blocks) {
    return asked(new Predicates.InBlocks(blocks("inCidr", blocks)));
  }

  /**
   * Exactly this secret. The time taken does not depend on where a wrong one differs.
   * <pre>{@code when(header("x-api-key").constantTimeIs(key).not()).respond(401)}</pre>
   */
  default Condition constantTimeIs(String secret) {
    return asked(new Predicates.Known(literal("constantTimeIs", secret)));
  }

  /** Like {@link #constantTimeIs(String)}, with a secret out of the settings. */
  default Condition constantTimeIs(Secret secret) {
    return asked(new Predicates.Known(Check.given("constantTimeIs", "the secret", secret).reveal()));
  }

  /**
   * One of {@code true}, {@code 1}, {@code yes} and {@code on}, whatever the case of the letters.
   * <pre>{@code when(query("debug").isTrue())}</pre>
   */
  default Condition isTrue() {
    return asked(new Predicates.Flag(true));
  }

  /**
   * One of {@code false}, {@code 0}, {@code no} and {@code off}, whatever the case of the letters. Not the opposite of
   * {@link #isTrue}: a text that says neither answers both with no.
   * <pre>{@code when(header("x-cache").isFalse())}</pre>
   */
  default Condition isFalse() {
    return asked(new Predicates.Flag(false));
  }

  /** The form in which a text given by the author is compared. */
  private Bytes literal(String word, String text) {
    Check.given(word, "the text", text);
    return Bytes.utf8(ignoresCase() ? Check.lowerCase(text) : text);
  }

  private static Regex regex(String word, String text, boolean ignoringCase) {
    return Regex.of(word, Check.given(word, "the regular expression", text), ignoringCase);
  }

  /** Blocks of addresses given by the author. */
  static List<Cidr> blocks(String word, String... blocks) {
    List<Cidr> parsed = Lists.none();
    for (String block : Check.some(word, "block", blocks)) {
      var cidr = Cidr.parse(block);
      if (cidr.isEmpty()) {
        throw new IllegalArgumentException(
            word + ": \"" + block + "\" is no block of addresses; give one such as 10.0.0.0/8 or fd00::/8, with zeros"
                + " behind the length");
      }
      parsed = Lists.append(parsed, cidr.get());
    }
    return parsed;
  }
}
