package dev.sluice.dsl;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.value.CombinedText;
import dev.sluice.value.HeaderLines;
import dev.sluice.value.HeaderList;
import dev.sluice.value.HeaderText;
import dev.sluice.value.ListValue;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.LiteralText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.PartsOfText;
import dev.sluice.value.PathText;
import dev.sluice.value.QueryString;
import dev.sluice.value.QueryText;
import dev.sluice.value.RequestText;
import dev.sluice.value.ResponseHeaderText;
import dev.sluice.value.StatusNumber;
import dev.sluice.value.TextTemplate;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import dev.sluice.value.text.Addresses;
import dev.sluice.value.text.Form;
import dev.sluice.value.text.Formats;

/**
 * The words that read the messages of a stream, and that write down what is known. What is read of the request is there
 * in response parts too. Authors import them through {@link Sluice}.
 */
abstract class Values extends Facts {
  Values() {}

  /**
   * The first value of a header of the request, in a response part of the response. Names have no case.
   * <pre>{@code when(header("x-user-id").missing()).respond(403)}</pre>
   */
  public static HeaderText header(String name) {
    return new HeaderText(name);
  }

  /**
   * All values of a header of the request, in a response part of the response: one for each time it was sent.
   * <pre>{@code when(headerValues("host").count().greaterThan(1)).respond(400)}</pre>
   */
  public static ListValue headerValues(String name) {
    return new HeaderList(name);
  }

  /**
   * All headers of the request, in a response part of the response, pseudo-headers too: each as {@code name: value}.
   * <pre>{@code log(LogLevel.DEBUG, headerLines().join(", "))}</pre>
   */
  public static ListValue headerLines() {
    return new HeaderLines();
  }

  /**
   * The first value of a header of the request, in response parts too: there it is what it was when the request came.
   * <pre>{@code setHeader("access-control-allow-origin", requestHeader("origin"))}</pre>
   */
  public static TextValue requestHeader(String name) {
    return new RequestText("request header " + name, Check.fieldName("requestHeader", name));
  }

  /**
   * The first value of a header of the response; refused in a request part, which runs before there is one.
   * <pre>{@code when(responseHeader("content-type").absent())}</pre>
   */
  public static TextValue responseHeader(String name) {
    return new ResponseHeaderText(name);
  }

  /**
   * The value of the first cookie of this name that the client sent (RFC 6265), double quotes around it dropped.
   * <pre>{@code when(cookie("session").missing()).respond(401)}</pre>
   */
  public static TextValue cookie(String name) {
    return new CombinedText("cookie", "; ")
        .made(new Formats.Cookie(Bytes.utf8(Check.filled("cookie", "the name", name))));
  }

  /**
   * The values of all cookies of this name that the client sent, as {@link #cookie} reads them.
   * <pre>{@code when(cookieValues("session").count().greaterThan(1)).respond(400)}</pre>
   */
  public static ListValue cookieValues(String name) {
    Bytes wanted = Bytes.utf8(Check.filled("cookieValues", "the name", name));
    return new PartsOfText(new CombinedText("cookie", "; "), new Formats.Cookies(wanted));
  }

  /**
   * The request's method.
   * <pre>{@code when(method().in("PUT", "DELETE")).respond(405)}</pre>
   */
  public static TextValue method() {
    return RequestText.METHOD;
  }

  /**
   * The request's scheme, {@code http} or {@code https}.
   * <pre>{@code when(scheme().is("http")).respond(426)}</pre>
   */
  public static TextValue scheme() {
    return RequestText.SCHEME;
  }

  /**
   * The host the request is for, with its port where one was given ({@code Host} in HTTP/1.1).
   * <pre>{@code setHeader("x-original-host", authority())}</pre>
   */
  public static TextValue authority() {
    return RequestText.AUTHORITY;
  }

  /**
   * The host the request is for without a port, an IPv6 address in its brackets; absent where the authority is malformed.
   * <pre>{@code when(host().ignoringCase().endsWith(".internal")).respond(404)}</pre>
   */
  public static TextValue host() {
    return RequestText.AUTHORITY.made(new Addresses.Host());
  }

  /**
   * The port in the request's authority, absent where it names none.
   * <pre>{@code when(port().is(8443))}</pre>
   */
  public static NumberValue port() {
    return RequestText.AUTHORITY.number(new Addresses.Port());
  }

  /**
   * The request's path without its query, as it was sent: see {@link PathText}.
   * <pre>{@code when(path().startsWith("/admin/")).respond(403)}</pre>
   */
  public static PathText path() {
    return new PathText();
  }

  /**
   * The request's query without the question mark, as it was sent; absent where there is no question mark.
   * <pre>{@code setHeader(":path", template("/search?{}", queryString()))}</pre>
   */
  public static TextValue queryString() {
    return new QueryString();
  }

  /**
   * The first parameter of this name in the request's query, decoded: see {@link QueryText}.
   * <pre>{@code when(query("page").asLong().greaterThan(1000)).respond(400)}</pre>
   */
  public static QueryText query(String name) {
    return new QueryText(name, false);
  }

  /**
   * All parameters of this name in the request's query, decoded.
   * <pre>{@code when(queryValues("id").count().greaterThan(10)).respond(400)}</pre>
   */
  public static ListValue queryValues(String name) {
    Bytes field = Bytes.utf8(Check.given("queryValues", "the parameter name", name));
    return new PartsOfText(new QueryString(), new Form(field, false));
  }

  /**
   * The response's status; for response parts.
   * <pre>{@code when(status().between(500, 599))}</pre>
   */
  public static NumberValue status() {
    return new StatusNumber();
  }

  /**
   * A text that the author wrote down.
   * <pre>{@code header("x-user").orElse(text("nobody").append(suffix))}</pre>
   */
  public static TextValue text(String text) {
    return new LiteralText(text);
  }

  /**
   * A number that the author wrote down.
   * <pre>{@code number(100).minus(query("discount").asLong())}</pre>
   */
  public static NumberValue number(long number) {
    return new LiteralNumber(number);
  }

  /**
   * A text with a value in the place of each {@code {}}, numbers in decimal digits. Absent where one of the values is:
   * give those that may be an {@link TextValue#orElse(String)}.
   * <pre>{@code log(LogLevel.INFO, template("{} by {}", path(), header("x-user").orElse("-")))}</pre>
   */
  public static TextValue template(String pattern, Value<?>... values) {
    return TextTemplate.of(pattern, values);
  }

  /**
   * Several texts one behind the other; absent where one of them is.
   * <pre>{@code concat(method(), text(" "), path()).hmacSha256(key).encodeHex()}</pre>
   */
  public static TextValue concat(TextValue... texts) {
    return TextTemplate.concat(texts);
  }
}
