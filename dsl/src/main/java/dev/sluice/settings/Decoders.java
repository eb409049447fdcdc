package dev.sluice.settings;

import com.google.re2j.Pattern;
import dev.sluice.data.net.Cidr;
import dev.sluice.data.net.HttpUrl;
import dev.sluice.plan.Check;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The words for settings, for {@code import static dev.sluice.settings.Decoders.*;}. They are put together to a
 * decoder of the author's own record, which {@link dev.sluice.dsl.Settings#decode} then applies:
 *
 * <pre>{@code
 * record Limits(long requests, Duration per, List<String> keys, Option<String> realm) {
 *   static final Decoder<Limits> DECODER = object(
 *       field("requests", integer().between(1, 1_000_000)).orElse(100),
 *       field("per", duration()).orElse(Duration.ofSeconds(1)),
 *       field("keys", listOf(text().notBlank())),
 *       optional("realm", text())).as(Limits::new);
 * }
 * }</pre>
 */
public final class Decoders extends ObjectWords {
  private Decoders() {}

  // fields of objects

  /** A field that must be there, unless it is given a default by {@code orElse}. */
  public static <T> Field<T> field(String name, Decoder<T> decoder) {
    return new Field<>(name, decoder, null);
  }

  /** See {@link #field(String, Decoder)}. */
  public static LongField field(String name, LongDecoder decoder) {
    return new LongField(name, decoder);
  }

  /** A field that may be left out. */
  public static <T> Field<Option<T>> optional(String name, Decoder<T> decoder) {
    Check.given("optional", "the decoder", decoder);
    return new Field<>(name, new OptionDecoder<>(decoder), Option.none());
  }

  // values of one kind

  /** A string. */
  public static TextDecoder text() {
    return new TextDecoder(0, Integer.MAX_VALUE, true);
  }

  /** A number without a fraction that fits in 64 bits, as a {@code Long}; {@code 5}, {@code 5.0} and {@code 5e0} are one. */
  public static IntegerDecoder integer() {
    return new IntegerDecoder(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** A number below 10^18 with at most 18 significant digits, none of them further behind the point than 18. */
  public static DecimalDecoder decimal() {
    return new DecimalDecoder(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** {@code true} or {@code false}; no string, no number. */
  public static Decoder<Boolean> bool() {
    return new BooleanDecoder();
  }

  /**
   * A length of time as a string with units, largest first: {@code "250ms"}, {@code "1.5s"}, {@code "1m30s"},
   * {@code "0s"}. Units are d (24 h), h, m, s, ms, us and ns; the longest time is some 292 years.
   */
  public static DurationDecoder duration() {
    return new DurationDecoder(0, Long.MAX_VALUE);
  }

  /**
   * A number of bytes as a string with its unit: {@code "64KiB"}, {@code "1.5MB"}, {@code "0B"}. Units are B, kB (or
   * KB), MB and GB, powers of 1000, and KiB, MiB and GiB, powers of 1024.
   */
  public static ByteSizeDecoder byteSize() {
    return new ByteSizeDecoder(0, Long.MAX_VALUE);
  }

  /** One of these values by its name in Java, in lower case and with hyphens: {@code FAIL_OPEN} is {@code "fail-open"}. */
  public static <E extends Enum<E>> Decoder<E> enumOf(E[] values) {
    return new ChoiceDecoder<>("enumOf", values, value -> Check.lowerCase(value.name()).replace('_', '-'));
  }

  /** One of these values, each by the name that this function gives it. */
  public static <T> Decoder<T> enumOf(T[] values, Function<? super T, String> name) {
    return new ChoiceDecoder<>("enumOf", values, Check.given("enumOf", "the function", name));
  }

  /** A non-empty string that is shown nowhere, in no error message either. */
  public static SecretDecoder secret() {
    return new SecretDecoder(text().length(1, Integer.MAX_VALUE));
  }

  // strings of a form

  /** The name of a header (a token, RFC 9110 section 5.1), in lower case. */
  public static Decoder<String> headerName() {
    return Formats.headerName();
  }

  /** A block of addresses such as {@code "10.0.0.0/8"}, or a single address, see {@link Cidr#parse}. */
  public static Decoder<Cidr> cidr() {
    return Formats.cidr();
  }

  /** An absolute URL of HTTP such as {@code "https://example.com/a?b=c"}, see {@link HttpUrl}. */
  public static Decoder<HttpUrl> httpUrl() {
    return Formats.httpUrl();
  }

  /** A path such as {@code "/a/b%20c"} (RFC 3986 section 3.3, absolute): no query, no fragment. */
  public static Decoder<String> urlPath() {
    return Formats.urlPath();
  }

  /** A regular expression in RE2's syntax, compiled. Adds the 200 kB of its engine to a module. */
  public static Decoder<Pattern> regex() {
    return new RegexDecoder();
  }

  // many values

  /** An array. */
  public static <T> ListDecoder<T> listOf(Decoder<T> element) {
    return new ListDecoder<>(Check.given("listOf", "the decoder", element), 0, Integer.MAX_VALUE);
  }

  /** A value, or a non-empty array of such: a value alone counts as an array of one. */
  public static <T> Decoder<List<T>> oneOrMany(Decoder<T> element) {
    return new OneOrManyDecoder<>(Check.given("oneOrMany", "the decoder", element));
  }

  /** An object with any names, in its order. */
  public static <T> Decoder<Map<String, T>> mapOf(Decoder<T> value) {
    return mapOf(text(), value);
  }

  /** An object with names of this kind, in its order. Two that are read as the same are an error. */
  public static <T> Decoder<Map<String, T>> mapOf(Decoder<String> name, Decoder<T> value) {
    Check.given("mapOf", "the decoder of names", name);
    return new MapDecoder<>(name, Check.given("mapOf", "the decoder of values", value));
  }

  /** A value in full as an object, or in a shorter form that is none. */
  public static <T> Decoder<T> objectOr(ObjectDecoder<? extends T> object, Decoder<? extends T> other) {
    Check.given("objectOr", "the decoder of objects", object);
    return new ObjectOrDecoder<>(object, Check.given("objectOr", "the other decoder", other));
  }

  /** An object of one of two shapes, told apart by the names of the fields that it has, in its order. */
  public static <T> Decoder<T> byFields(
      Predicate<? super List<String>> condition, Decoder<? extends T> then, Decoder<? extends T> otherwise) {
    Check.given("byFields", "the condition", condition);
    Check.given("byFields", "the first decoder", then);
    return new ByFieldsDecoder<>(condition, then, Check.given("byFields", "the second decoder", otherwise));
  }

  /** An object of one of several shapes, told apart by the value of one field. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <T> Decoder<T> union(String field, Variant<? extends T>... variants) {
    return new UnionDecoder<>(field, variants);
  }

  /** The shape of an object where {@link #union}'s field has this value. */
  public static <T> Variant<T> variant(String value, ObjectDecoder<T> decoder) {
    return new Variant<>(value, decoder);
  }
}
