package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * A text, which may be absent. Texts are bytes and compared as such, whether or not they are UTF-8; the texts they are
 * compared with are taken in UTF-8. On an absent text every question but {@link #missing}, {@link #absent} and the
 * negated ones is answered with no.
 */
public sealed interface TextValue extends Value<Bytes>
    permits HeaderText, SingleHeaderText, RequestText, PathText, QueryText, FoldedText, LiteralText, BodyText, RefText, DataText, MessageText, JsonTemplate,
    Answer.AnswerHeader, Answer.AnswerBody {

  /** Not there, or nothing but white space: what a guard asks for. */
  default Condition missing() {
    return new Missing(this);
  }

  /** There, and not only white space: the opposite of {@link #missing}. */
  default Condition present() {
    return missing().not();
  }

  /** Not there at all. An empty text is there. */
  default Condition absent() {
    return new Absent(this);
  }

  /** Exactly this text. */
  default Condition is(String text) {
    return new TextIs(this, literal("is", text));
  }

  /** Another text than this, or none. */
  default Condition isNot(String text) {
    return is(text).not();
  }

  /** One of these texts. */
  default Condition in(String... texts) {
    Check.some("in", "text", texts);
    String[] literals = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      literals[i] = literal("in", texts[i]);
    }
    return new TextIn(this, Check.all("in", "text", literals));
  }

  default Condition startsWith(String prefix) {
    return new TextHas(this, TextHas.Where.START, literal("startsWith", prefix));
  }

  default Condition endsWith(String suffix) {
    return new TextHas(this, TextHas.Where.END, literal("endsWith", suffix));
  }

  default Condition contains(String part) {
    return new TextHas(this, TextHas.Where.ANYWHERE, literal("contains", part));
  }

  /**
   * The whole text matches this regular expression. Syntax of RE2, time linear in the text whatever the expression. A
   * byte that is not part of well-formed UTF-8 counts as one character, U+FFFD.
   */
  default Condition matches(String regex) {
    return new TextMatches(this, regex, true, ignoresCase());
  }

  /** Some part of the text matches this regular expression; else like {@link #matches}. */
  default Condition containsMatch(String regex) {
    return new TextMatches(this, regex, false, ignoresCase());
  }

  /** The same text with ASCII letters in lower case; what it is compared with is put in lower case as well. */
  default TextValue ignoringCase() {
    return new FoldedText(this);
  }

  /** The form in which a text given by the author is compared with this value. */
  private String literal(String word, String text) {
    Check.given(word, "the text", text);
    return ignoresCase() ? Check.lowerCase(text) : text;
  }

  /** Whether comparisons disregard the case of ASCII letters. */
  default boolean ignoresCase() {
    return false;
  }

  /** For the planner: emits what must happen before the text can be read, and gives what reads it. */
  Reader reader(Planner planner);

  /** For the planner: puts this text in the place of all that a header has; where it is absent takes the header out. */
  default void planSet(Planner planner, HeaderCell header) {
    HeaderWrites.set(planner, header, this);
  }

  /** For the planner: gives a header this text as one more value, none where it is absent. */
  default void planAdd(Planner planner, HeaderCell header) {
    HeaderWrites.add(planner, header, this);
  }
}
