package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.plan.Check;
import dev.sluice.value.text.Credentials;
import dev.sluice.value.text.Form;
import dev.sluice.value.text.Formats;
import dev.sluice.value.text.NumberFunction;
import dev.sluice.value.text.Numbers;
import dev.sluice.value.text.Parts;
import dev.sluice.value.text.ProtobufFields;
import dev.sluice.value.text.Splitter;
import dev.sluice.value.text.TextFunction;

/** What can be read out of a text of a known format. Whatever is malformed gives an absent value. */
public sealed interface TextReadings permits TextValue {

  /** What this function makes of the text. */
  TextValue made(TextFunction function);

  /** The number that this function reads out of the text. */
  NumberValue number(NumberFunction function);

  /** The parts in which this splitter takes the text apart. */
  ListValue parts(Splitter splitter);

  /**
   * The token of credentials of the Bearer scheme (RFC 6750 section 2.1), whose name has no case.
   * <pre>{@code when(header("authorization").single().bearer().absent()).respond(401)}</pre>
   */
  default TextValue bearer() {
    return made(new Credentials.Bearer());
  }

  /**
   * The user-id of credentials of the Basic scheme (RFC 7617 section 2). It may be empty.
   * <pre>{@code setHeader("x-user", header("authorization").single().basicUser())}</pre>
   */
  default TextValue basicUser() {
    return made(new Credentials.BasicUser());
  }

  /**
   * The password of credentials of the Basic scheme (RFC 7617 section 2). It may be empty.
   * <pre>{@code header("authorization").single().basicPassword().constantTimeIs(password)}</pre>
   */
  default TextValue basicPassword() {
    return made(new Credentials.BasicPassword());
  }

  /**
   * The JSON value that a pointer (RFC 6901) leads to: a string's characters, all else as it is written. Absent where
   * there is none or it is null, and where the text is no JSON (RFC 8259), longer than 1 MiB or deeper than 64 levels.
   * <pre>{@code when(requestBody().json("/amount").asLong().greaterThan(1_000))}</pre>
   */
  default TextValue json(String pointer) {
    var parsed = JsonPointer.parse(Check.given("json", "the pointer", pointer));
    if (parsed.isEmpty()) {
      throw new IllegalArgumentException(
          "json: \"" + pointer + "\" is no JSON pointer; begin each name with a slash, as in /user/name (RFC 6901)");
    }
    return made(new Formats.JsonAt(parsed.get()));
  }

  /**
   * The first field of this name in a form (application/x-www-form-urlencoded, URL Standard section 5.1), decoded.
   * <pre>{@code requestBody().formField("email")}</pre>
   */
  default TextValue formField(String name) {
    return made(new Formats.FormField(Bytes.utf8(Check.given("formField", "the name", name)), false));
  }

  /**
   * All fields of this name in a form, decoded.
   * <pre>{@code when(requestBody().formFields("id").count().greaterThan(1)).respond(400)}</pre>
   */
  default ListValue formFields(String name) {
    return parts(new Form(Bytes.utf8(Check.given("formFields", "the name", name)), false));
  }

  /**
   * The parts between occurrences of this text, empty ones included; the whole text where there is none.
   * <pre>{@code header("x-version").split(".").at(1)}</pre>
   */
  default ListValue split(String delimiter) {
    return parts(new Parts.Delimited(Bytes.utf8(Check.filled("split", "the delimiter", delimiter))));
  }

  /**
   * The elements of a header that is a list (RFC 9110 section 5.6.1), see {@link ListValue#elements}.
   * <pre>{@code header("accept").elements().first()}</pre>
   */
  default ListValue elements() {
    return parts(new Parts.Elements());
  }

  /**
   * A field of bytes, a string or a message in a Protocol Buffers message: by its number, behind those of the messages it is
   * in. Absent where it is not there, and where the text is no such message.
   * <pre>{@code setHeader("x-role", grpcAnswer().message().protobuf(2, 1))}</pre>
   */
  default TextValue protobuf(int... fields) {
    return made(new ProtobufFields.BytesAt(ProtobufFields.path(fields)));
  }

  /**
   * A field of a whole number (int32, int64, uint32, uint64, enum) or bool in a Protocol Buffers message, see
   * {@link #protobuf}.
   * <pre>{@code when(grpcAnswer().message().protobufNumber(1).is(0)).respond(403)}</pre>
   */
  default NumberValue protobufNumber(int... fields) {
    return number(new ProtobufFields.VarintAt(ProtobufFields.path(fields)));
  }

  /**
   * All values of a repeated field of bytes, strings or messages in a Protocol Buffers message, see {@link #protobuf}.
   * <pre>{@code when(grpcAnswer().message().protobufEach(4).any().is("admin"))}</pre>
   */
  default ListValue protobufEach(int... fields) {
    return parts(new ProtobufFields.EachAt(ProtobufFields.path(fields)));
  }

  /**
   * The number that the text is in decimal digits, with or without a minus sign before them and with nothing else.
   * <pre>{@code when(query("limit").asLong().greaterThan(100)).respond(400)}</pre>
   */
  default NumberValue asLong() {
    return number(new Numbers.Decimal());
  }

  /**
   * Number of bytes.
   * <pre>{@code when(header("cookie").length().greaterThan(4096)).respond(431)}</pre>
   */
  default NumberValue length() {
    return number(new Numbers.Length());
  }

  /**
   * The point in time that an HTTP-date (RFC 9110 section 5.6.7, any of its three forms) names, in seconds since 1970.
   * <pre>{@code when(header("if-modified-since").asHttpDate().atLeast(changed)).respond(304)}</pre>
   */
  default NumberValue asHttpDate() {
    return number(new Numbers.DateSeconds());
  }

  /**
   * The point in time that a timestamp of RFC 3339 (ISO 8601, {@code 2026-11-24T12:34:56Z}) names, in seconds since 1970,
   * fractions dropped.
   * <pre>{@code when(header("x-valid-until").asTimestamp().lessThan(now().epochSeconds())).respond(403)}</pre>
   */
  default NumberValue asTimestamp() {
    return number(new Numbers.TimestampSeconds());
  }
}
