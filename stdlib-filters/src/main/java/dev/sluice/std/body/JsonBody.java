package dev.sluice.std.body;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.EditJson;
import dev.sluice.value.BodyText;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Has bodies be JSON (RFC 8259) with what is required at places in it (RFC 6901), and changes them there: see
 * {@link EditJson}. Looked at are requests with methods that bring a body (POST, PUT and PATCH unless given), or responses
 * whose content-type says that they are JSON. What does not match is refused with 400, a response with 502; so are bodies
 * that are too large, may never end, or are late, with statuses of their own (413, 400, 408; 502, 502, 504).
 *
 * <pre>{@code
 * jsonBody(JsonBody.ofRequest().require("/amount", JsonKind.NUMBER).set("/user", header("x-user")).remove("/debug"))
 * }</pre>
 *
 * @param edit the changes, and the body that they are made to
 * @param methods of the requests that are looked at; none for responses
 */
public record JsonBody(EditJson edit, List<String> methods) {
  private static final List<String> METHODS = List.of("POST", "PUT", "PATCH");

  /** What may be required somewhere. */
  enum Kind {
    ANY, OBJECT, ARRAY, STRING, NUMBER, BOOLEAN, NULL
  }

  private static final Decoder<String> POINTER = text().check(
      pointer -> JsonPointer.parse(pointer).isDefined(), "is no JSON pointer such as /order/id (RFC 6901)");
  private static final Decoder<String> MEMBER = POINTER.check(
      pointer -> !pointer.isEmpty(), "is the whole body; give the place of a part of it, such as /order/id");

  /** Reads settings: see docs/filters/jsonBody.md. */
  public static final Decoder<JsonBody> DECODER = object(
      field("message", enumOf(Message.values())).orElse(Message.REQUEST).describedAs("whose body is meant"),
      field("methods", listOf(text().notBlank()).notEmpty()).orElse(METHODS)
          .describedAs("methods of the requests that are looked at"),
      field("require", mapOf(POINTER, enumOf(Kind.values()))).orElse(Map.of())
          .describedAs("places where something of a kind has to be"),
      field("rename", mapOf(MEMBER, text().notBlank())).orElse(Map.of()).describedAs("places and new names"),
      field("set", mapOf(POINTER, text())).orElse(Map.of()).describedAs("places and texts that are put there"),
      field("setFromHeader", mapOf(POINTER, headerName())).orElse(Map.of())
          .describedAs("places and headers of the request whose values are put there"),
      field("remove", listOf(MEMBER)).orElse(List.of()).describedAs("places where nothing is left"),
      field("limit", byteSize().atMost(1 << 30).asInt()).orElse(BodyText.DEFAULT_LIMIT)
          .describedAs("most bytes of a body"),
      field("timeout", duration().between(Duration.ofMillis(1), Duration.ofHours(1)))
          .orElse(Duration.ofMillis(BodyText.DEFAULT_MILLIS))
          .describedAs("longest wait for a body"))
      .as((message, methods, require, rename, set, setFromHeader, remove, limit, timeout) -> {
        JsonBody all = message == Message.REQUEST ? ofRequest().methods(methods.toArray(new String[0])) : ofResponse();
        for (Map.Entry<String, Kind> each : require.entrySet()) {
          all = all.require(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, String> each : rename.entrySet()) {
          all = all.rename(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, String> each : set.entrySet()) {
          all = all.set(each.getKey(), text(each.getValue()));
        }
        for (Map.Entry<String, String> each : setFromHeader.entrySet()) {
          all = all.set(each.getKey(), requestHeader(each.getValue()));
        }
        for (String pointer : remove) {
          all = all.remove(pointer);
        }
        return all.limit(limit).within(timeout);
      });

  public JsonBody {
    methods = List.copyOf(methods);
  }

  /** Requests with POST, PUT and PATCH, whose bodies have to be JSON. */
  public static JsonBody ofRequest() {
    return new JsonBody(editBody(requestBody()), METHODS);
  }

  /** Responses that say that they are JSON, which they have to be. */
  public static JsonBody ofResponse() {
    return new JsonBody(editBody(responseBody()), List.of());
  }

  /** The same for requests with these methods, and no others. */
  public JsonBody methods(String... names) {
    return new JsonBody(edit, List.of(names));
  }

  /** The same, which also requires something, {@code null} included, to stand at a place. */
  public JsonBody require(String pointer) {
    return with(edit.require(pointer));
  }

  /** The same, which also requires something of this kind to stand at a place. */
  public JsonBody require(String pointer, JsonKind kind) {
    return with(edit.require(pointer, kind));
  }

  private JsonBody require(String pointer, Kind kind) {
    return switch (kind) {
      case ANY -> require(pointer);
      case OBJECT -> require(pointer, JsonKind.OBJECT);
      case ARRAY -> require(pointer, JsonKind.ARRAY);
      case STRING -> require(pointer, JsonKind.STRING);
      case NUMBER -> require(pointer, JsonKind.NUMBER);
      case BOOLEAN -> require(pointer, JsonKind.BOOLEAN);
      case NULL -> require(pointer, JsonKind.NULL);
    };
  }

  /** The same, which also gives the member at a place another name, if it is there. */
  public JsonBody rename(String pointer, String name) {
    return with(edit.rename(pointer, name));
  }

  /** The same, which also puts a text at a place; where it is absent, what is there is taken out. */
  public JsonBody set(String pointer, TextValue value) {
    return with(edit.set(pointer, value));
  }

  /** The same, which also takes out what is at a place. */
  public JsonBody remove(String pointer) {
    return with(edit.remove(pointer));
  }

  /** The same for bodies of up to so many bytes; 1 MiB unless given. */
  public JsonBody limit(int bytes) {
    return with(edit.body().limit(bytes));
  }

  /** The same, waiting at most so long for a body (1 ms to 1 h); 5 seconds unless given. */
  public JsonBody within(Duration time) {
    return with(edit.body().within(time));
  }

  private JsonBody with(BodyText body) {
    return with(new EditJson(body, edit.changes(), edit.malformed(), edit.mismatch()));
  }

  private JsonBody with(EditJson other) {
    return new JsonBody(other, methods);
  }

  /** The filter that does this. */
  public Filter filter() {
    if (!methods.isEmpty()) {
      return request(when(method().in(methods.toArray(new String[0]))).then(edit));
    }
    TextValue type = header("content-type").ignoringCase();
    Condition json = type.startsWith("application/json").or(type.contains("+json"));
    return response(when(json).then(edit));
  }
}
