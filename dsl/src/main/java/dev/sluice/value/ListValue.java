package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.value.text.Letters;
import dev.sluice.value.text.Parts;
import dev.sluice.value.text.Splitter;
import dev.sluice.value.text.TextFunction;
import java.util.List;

/**
 * Several texts in order, none at all where that which they are read from is absent. Lists are gone through, never held,
 * so that a client cannot make them costly by their length.
 */
public sealed interface ListValue extends Value<List<Bytes>>
    permits HeaderList, HeaderLines, PartsOfText, PartsOfList, MadeList,
    GrpcAnswer.Messages {

  /**
   * For a question that one element at least answers with yes.
   * <pre>{@code when(headerValues("x-role").any().is("admin"))}</pre>
   */
  default Quantified any() {
    return new Quantified(this, false, false);
  }

  /**
   * For a question that all elements answer with yes. A list without elements does not: what nobody sent proves nothing.
   * <pre>{@code when(headerValues("x-role").every().in("user", "guest"))}</pre>
   */
  default Quantified every() {
    return new Quantified(this, true, false);
  }

  /**
   * How many elements there are.
   * <pre>{@code when(headerValues("host").count().greaterThan(1)).respond(400)}</pre>
   */
  default NumberValue count() {
    return new ListCount(this);
  }

  /**
   * The first element, absent where there is none.
   * <pre>{@code headerValues("x-forwarded-for").first()}</pre>
   */
  default TextValue first() {
    return at(0);
  }

  /**
   * The last element, absent where there is none.
   * <pre>{@code headerValues("via").last()}</pre>
   */
  default TextValue last() {
    return new ListElement(this, ListElement.LAST);
  }

  /**
   * The element with this index, counted from 0; absent where there are fewer.
   * <pre>{@code path().segments().at(1)}</pre>
   */
  default TextValue at(int index) {
    return new ListElement(this, Check.index("at", index));
  }

  /**
   * All elements with this text between them; absent where there are none, and where the result is longer than 1 MiB.
   * <pre>{@code setHeader("x-all", headerValues("x-one").join(", "))}</pre>
   */
  default TextValue join(String between) {
    return new JoinedText(this, Check.given("join", "the text between", between));
  }

  /**
   * Each element split at each occurrence of this text, as one list.
   * <pre>{@code headerValues("x-tags").split(";")}</pre>
   */
  default ListValue split(String delimiter) {
    return parts(new Parts.Delimited(Bytes.utf8(Check.filled("split", "the delimiter", delimiter))));
  }

  /**
   * The elements of a header that is a list (RFC 9110 section 5.6.1): what stands between commas outside of quotes, white
   * space around dropped, empty ones left out; over all values as one list.
   * <pre>{@code when(headerValues("accept-encoding").elements().any().startsWith("gzip"))}</pre>
   */
  default ListValue elements() {
    return parts(new Parts.Elements());
  }

  /**
   * Each element without spaces and tabs at both ends.
   * <pre>{@code headerValues("x-tags").split(";").trim()}</pre>
   */
  default ListValue trim() {
    return made(new Letters.Trim());
  }

  /**
   * Each element with its ASCII letters in lower case.
   * <pre>{@code headerValues("connection").elements().lowerCase().any().is("upgrade")}</pre>
   */
  default ListValue lowerCase() {
    return made(new Letters.LowerCase());
  }

  /** Each element with something made of it; those of which nothing can be made are left out. */
  default ListValue made(TextFunction function) {
    return new MadeList(this, function);
  }

  /** The parts of each element, as one list. */
  default ListValue parts(Splitter splitter) {
    return new PartsOfList(this, splitter);
  }

  /** For the planner, like {@link TextValue#reader}. */
  ListReader lister(Planner planner);
}
