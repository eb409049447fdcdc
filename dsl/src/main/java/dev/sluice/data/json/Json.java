package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A JSON value where it stands in its text: nothing is built, nothing is lost. Numbers keep their digits, strings their
 * escapes. Where an object has a name twice, the last one counts, as in most readers. Immutable.
 */
public final class Json {
  private final Bytes text;
  private final int from;
  private final int to;

  Json(Bytes text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Reads a text within {@link JsonLimits#DEFAULT}. */
  public static Either<JsonError, Json> read(Bytes text) {
    return read(text, JsonLimits.DEFAULT);
  }

  /** Reads a text strictly (RFC 8259), see {@link JsonValidator}. */
  public static Either<JsonError, Json> read(Bytes text, JsonLimits limits) {
    JsonValidator validator = new JsonValidator(limits);
    validator.feed(text);
    Option<JsonError> error = validator.end();
    return error.isDefined() ? Either.left(error.get()) : Either.right(of(text));
  }

  /** Of a text that is known to be JSON. */
  static Json of(Bytes text) {
    int from = JsonScan.skipBlank(text, 0);
    return new Json(text, from, JsonScan.valueEnd(text, from));
  }

  public JsonKind kind() {
    return switch (text.at(from)) {
      case '{' -> JsonKind.OBJECT;
      case '[' -> JsonKind.ARRAY;
      case '"' -> JsonKind.STRING;
      case 't', 'f' -> JsonKind.BOOLEAN;
      case 'n' -> JsonKind.NULL;
      default -> JsonKind.NUMBER;
    };
  }

  /** The value that a pointer leads to. */
  public Option<Json> at(JsonPointer pointer) {
    Json found = this;
    for (int i = 0; i < pointer.depth(); i++) {
      JsonMembers members = found.members();
      if (!members.find(pointer, i)) {
        return Option.none();
      }
      found = members.value();
    }
    return Option.some(found);
  }

  /** A string's characters; U+FFFD for an escaped surrogate without its other half. None for other kinds. */
  public Option<String> string() {
    return text.at(from) == '"' ? Option.some(JsonScan.string(text, from).utf8()) : Option.none();
  }

  /** A number exactly as it is written. None for other kinds. */
  public Option<String> number() {
    return kind() == JsonKind.NUMBER ? Option.some(raw().latin1()) : Option.none();
  }

  /** A number that is written without point and exponent and fits. None for all else. */
  public Option<Long> integer() {
    boolean minus = text.at(from) == '-';
    int i = minus ? from + 1 : from;
    long value = 0;
    for (; i < to; i++) {
      int digit = text.at(i) - '0';
      // Downwards, since the smallest number has no positive counterpart.
      if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
        return Option.none();
      }
      value = value * 10 - digit;
    }
    if (minus) {
      return Option.some(value);
    }
    return value == Long.MIN_VALUE ? Option.none() : Option.some(-value);
  }

  /** Whether this is true or false. None for other kinds. */
  public Option<Boolean> bool() {
    byte b = text.at(from);
    return b == 't' || b == 'f' ? Option.some(b == 't') : Option.none();
  }

  /** The members of an object or elements of an array, one after the other; of other kinds there are none. */
  public JsonMembers members() {
    return new JsonMembers(text, from);
  }

  /** The value's own bytes, without white space around. */
  public Bytes raw() {
    return text.slice(from, to);
  }

  /** The whole text that this stands in, white space around it included. */
  public Bytes document() {
    return text;
  }

  Bytes text() {
    return text;
  }

  boolean isContainer() {
    return text.at(from) == '{' || text.at(from) == '[';
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The value's own bytes as text. */
  @Override
  public String toString() {
    return raw().utf8();
  }
}
