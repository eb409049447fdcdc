package dev.sluice.settings;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonError;
import dev.sluice.dsl.SettingsDecoder;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsObserver;
import dev.sluice.plan.Check;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one value of a configuration in JSON may be, and what it becomes. Immutable; made with the words of
 * {@link Decoders}. All errors are found, up to 100, each with its place. A configuration has at most 1 MiB and 64
 * levels ({@link dev.sluice.data.json.JsonLimits#DEFAULT}); an empty one counts as <code>{}</code>.
 */
public abstract class Decoder<T> implements SettingsDecoder<T> {
  private static final Bytes EMPTY_OBJECT = Bytes.latin1("{}");

  Decoder() {}

  /** The value, or null once {@code place} has been told why there is none. */
  abstract T read(Json json, Place place);

  /** What is accepted, as the object of a sentence: {@code an integer between 1 and 10}. */
  abstract String expected();

  /** The same as a schema (JSON Schema, draft 2020-12). For tools; no part of a module. */
  public abstract Schema schema();

  /** The value as a schema shows it (text, number, truth value, list, {@link Schema}), none where it cannot be shown. */
  Option<Object> shown(T value) {
    return Option.none();
  }

  /** Whether a value may be quoted in an error message. */
  boolean isQuotable() {
    return true;
  }

  @Override
  public final Validation<Seq<SettingsError>, T> decode(Bytes raw) {
    return decode(raw, warning -> {});
  }

  @Override
  public final Validation<Seq<SettingsError>, T> decode(Bytes raw, SettingsObserver observer) {
    Either<JsonError, Json> json = Json.read(isBlank(raw) ? EMPTY_OBJECT : raw);
    if (json.isLeft()) {
      return Validation.invalid(List.of(new SettingsError("", malformed(raw, json.getLeft()))));
    }
    Findings findings = new Findings(observer);
    T value = read(json.get(), Place.root(findings));
    return findings.none() ? Validation.valid(value) : Validation.invalid(findings.errors());
  }

  /**
   * What this function makes of the value. An {@link IllegalArgumentException} that it throws, as a record's constructor
   * does, is an error at the value's place.
   */
  public <U> Decoder<U> map(Function<? super T, ? extends U> function) {
    return new MappedDecoder<>(this, Check.given("map", "the function", function));
  }

  /**
   * What this function makes of the value; where it gives none, the value is refused.
   *
   * @param expected what is accepted, as the object of a sentence: {@code an e-mail address}
   */
  public <U> Decoder<U> parse(String expected, Function<? super T, Option<U>> function) {
    Check.given("parse", "what is expected", expected);
    return new ParsedDecoder<>(this, expected, Check.given("parse", "the function", function));
  }

  /** Only values for which this holds; others are refused with this message: what is wrong and what to do. */
  public Decoder<T> check(Predicate<? super T> condition, String message) {
    Check.given("check", "the condition", condition);
    return new CheckedDecoder<>(this, condition, Check.given("check", "the message", message));
  }

  /** Refuses a value that is not {@link #expected}. */
  final T unexpected(Json json, Place place) {
    return place.refuse(subject(json) + " is not " + expected());
  }

  /** The value in a message. */
  final String subject(Json json) {
    return isQuotable() ? Quoted.of(json) : "the value";
  }

  private static boolean isBlank(Bytes raw) {
    for (int i = 0; i < raw.length(); i++) {
      byte b = raw.at(i);
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static String malformed(Bytes raw, JsonError error) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < error.offset() && i < raw.length(); i++) {
      byte b = raw.at(i);
      line += b == '\n' ? 1 : 0;
      // Columns count characters: the bytes that continue one in UTF-8 do not.
      column = b == '\n' ? 1 : column + ((b & 0xc0) == 0x80 ? 0 : 1);
    }
    return "is not JSON: " + error.reason() + " at line " + Decimal.of(line) + ", column " + Decimal.of(column)
        + " (offset " + Decimal.of(error.offset()) + ")";
  }
}
