package dev.sluice.dsl;

import dev.sluice.value.HeaderText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.PathText;
import dev.sluice.value.QueryText;
import dev.sluice.value.RequestText;
import dev.sluice.value.StatusNumber;
import dev.sluice.value.TextValue;

/** The words that read something. Authors import them through {@link Sluice}. */
abstract class Values extends Conditions {
  Values() {}

  /** The first value of a header of the request, in a response part of the response. Names have no case. */
  public static HeaderText header(String name) {
    return new HeaderText(name);
  }

  /** The request's method, such as {@code GET}. */
  public static TextValue method() {
    return RequestText.METHOD;
  }

  /** The request's scheme, {@code http} or {@code https}. */
  public static TextValue scheme() {
    return RequestText.SCHEME;
  }

  /** The host the request is for, with its port where one was given ({@code Host} in HTTP/1.1). */
  public static TextValue authority() {
    return RequestText.AUTHORITY;
  }

  /** The request's path without its query, as it was sent: see {@link PathText}. */
  public static TextValue path() {
    return new PathText();
  }

  /** The first parameter of this name in the request's query, decoded: see {@link QueryText}. */
  public static QueryText query(String name) {
    return new QueryText(name, false);
  }

  /** The response's status; for response parts. */
  public static NumberValue status() {
    return new StatusNumber();
  }
}
