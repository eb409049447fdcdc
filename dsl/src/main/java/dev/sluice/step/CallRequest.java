package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * A request that a plugin makes itself.
 *
 * @param path path and query, beginning with a slash
 * @param body none for a request without
 */
public record CallRequest(String method, TextValue path, List<HeaderField> headers, Option<TextValue> body) {
  public CallRequest {
    Check.headerName("call", method);
    Check.given("call", "the path", path);
    headers = Lists.copy(Check.given("call", "the list of headers", headers));
    Check.given("call", "the body", body);
  }

  /** A request with a path that the author wrote down. */
  public static CallRequest of(String method, String path) {
    if (!Check.headerValue("call", "path", path).startsWith("/")) {
      throw new IllegalArgumentException("call: the path \"" + path + "\" does not begin with a slash");
    }
    return of(method, new LiteralText(path));
  }

  public static CallRequest of(String method, TextValue path) {
    return new CallRequest(method, path, Lists.none(), Option.none());
  }

  /** The same request with one more header. */
  public CallRequest header(String name, String value) {
    String field = Check.fieldName("call.header", name);
    return header(name, new LiteralText(Check.headerValue("call.header", field, value)));
  }

  /** The same request with one more header, left out where its value is absent. */
  public CallRequest header(String name, TextValue value) {
    Check.given("call.header", "the value of " + name, value);
    HeaderField field = new HeaderField(Check.fieldName("call.header", name), value);
    return new CallRequest(method, path, Lists.append(headers, field), body);
  }

  /** The same request with this body. */
  public CallRequest body(String text) {
    return body(new LiteralText(text));
  }

  /** The same request with this body, empty where it is absent. */
  public CallRequest body(TextValue text) {
    return new CallRequest(method, path, headers, Option.some(Check.given("call.body", "the body", text)));
  }
}
