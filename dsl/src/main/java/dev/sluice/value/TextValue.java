package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.Comparisons;
import dev.sluice.value.text.NumberFunction;
import dev.sluice.value.text.Splitter;
import dev.sluice.value.text.TextComparison;
import dev.sluice.value.text.TextFunction;
import dev.sluice.value.text.TextPredicate;
import java.util.List;

/**
 * A text, which may be absent. Texts are bytes and compared as such, whether or not they are UTF-8; the texts they are
 * compared with are taken in UTF-8. On an absent text every question but {@link #missing}, {@link #absent} and the
 * negated ones is answered with no, and what is made of it is absent.
 */
public sealed interface TextValue extends Value<Bytes>, TextQuestions, TextChanges, TextReadings
    permits HeaderText, SingleHeaderText, RequestText, ResponseHeaderText, PathText, QueryText, QueryString,
    CombinedText,
    PropertyText, FoldedText, MadeText, LiteralText, SecretText, TextTemplate, PathParameter, OrLiteral, FirstPresent,
    ListElement,
    JoinedText, ForwardedText, NumberText, TimeText, RandomUuid, BodyText, RefText,
    DataText, MessageText, JsonTemplate, SharedText, CachedText, StateText, DecodedBody, ProtobufText, TrailerText,
    GrpcAnswer.Message,
    GrpcAnswer.StatusMessage, Answer.AnswerHeader,
    Answer.AnswerBody {

  /**
   * Not there, or nothing but white space: what a guard asks for.
   * <pre>{@code when(header("x-user-id").missing()).respond(403)}</pre>
   */
  default Condition missing() {
    return new Missing(this);
  }

  /**
   * There, and not only white space: the opposite of {@link #missing}.
   * <pre>{@code when(header("x-debug").present())}</pre>
   */
  default Condition present() {
    return missing().not();
  }

  /**
   * Not there at all. An empty text is there.
   * <pre>{@code when(query("q").absent()).respond(400)}</pre>
   */
  default Condition absent() {
    return new Absent(this);
  }

  /**
   * Another text than this, or none.
   * <pre>{@code when(method().isNot("GET")).respond(405)}</pre>
   */
  default Condition isNot(String text) {
    return is(text).not();
  }

  /**
   * The same text as another value, both being there.
   * <pre>{@code when(query("state").is(cookie("state")).not()).respond(403)}</pre>
   */
  default Condition is(TextValue other) {
    return compared("is", new Comparisons.Same(), other);
  }

  /**
   * Another text than that value, or one of them absent.
   * <pre>{@code when(header("x-tenant").isNot(path().segment(0))).respond(403)}</pre>
   */
  default Condition isNot(TextValue other) {
    return is(other).not();
  }

  /**
   * One of the elements of a list.
   * <pre>{@code when(header("origin").in(text("https://a.test https://b.test").split(" ")))}</pre>
   */
  default Condition in(ListValue list) {
    return new InList(this, ignoresCase() ? Check.given("in", "the list", list).lowerCase() : list);
  }

  /**
   * Another value at the beginning.
   * <pre>{@code when(path().startsWith(header("x-base-path")))}</pre>
   */
  default Condition startsWith(TextValue prefix) {
    return compared("startsWith", new Comparisons.Starts(), prefix);
  }

  /**
   * Another value at the end.
   * <pre>{@code when(host().endsWith(header("x-domain")))}</pre>
   */
  default Condition endsWith(TextValue suffix) {
    return compared("endsWith", new Comparisons.Ends(), suffix);
  }

  /**
   * Another value anywhere. Time is linear in both.
   * <pre>{@code when(header("referer").contains(host()))}</pre>
   */
  default Condition contains(TextValue part) {
    return compared("contains", new Comparisons.Contains(), part);
  }

  /**
   * The same text as a secret value. The time taken does not depend on where a wrong one differs.
   * <pre>{@code when(header("x-csrf").constantTimeIs(cookie("csrf")).not()).respond(403)}</pre>
   */
  default Condition constantTimeIs(TextValue secret) {
    return compared("constantTimeIs", new Comparisons.SameSecret(), secret);
  }

  /**
   * The same text with ASCII letters in lower case; what it, or something made of it, is compared with is put in lower
   * case as well.
   * <pre>{@code when(header("content-type").ignoringCase().startsWith("text/"))}</pre>
   */
  default TextValue ignoringCase() {
    return new FoldedText(this);
  }

  /**
   * The text, or this one where it is absent.
   * <pre>{@code log(LogLevel.INFO, header("user-agent").orElse("-"))}</pre>
   */
  default TextValue orElse(String other) {
    return new OrLiteral(this, other);
  }

  /**
   * The text, or another value where it is absent. The other one is read only then.
   * <pre>{@code bind("token", header("authorization").bearer().orElse(cookie("token")))}</pre>
   */
  default TextValue orElse(TextValue other) {
    List<TextValue> alone = Lists.append(Lists.none(), this);
    return new FirstPresent(Lists.append(alone, Check.given("orElse", "the other text", other)));
  }

  private Condition compared(String word, TextComparison how, TextValue other) {
    Check.given(word, "the other text", other);
    return new TextCompared(this, how, ignoresCase() ? other.ignoringCase() : other);
  }

  @Override
  default Condition asked(TextPredicate question) {
    return new TextAsked(this, question);
  }

  @Override
  default TextValue made(TextFunction function) {
    return new MadeText(this, function);
  }

  @Override
  default NumberValue number(NumberFunction function) {
    return new TextNumber(this, function);
  }

  @Override
  default ListValue parts(Splitter splitter) {
    return new PartsOfText(this, splitter);
  }

  @Override
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
