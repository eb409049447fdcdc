package dev.sluice.std.header;

import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Sluice;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Step;
import dev.sluice.value.TextValue;

/**
 * Edits of the headers of each request, made in the order in which they are written:
 * {@code RequestHeaders.edit().remove("x-a").set("x-b", "1").filter()}. Immutable; bad names and values are refused where they
 * are written.
 */
public final class RequestHeaders {
  private static final RequestHeaders NO_EDITS = new RequestHeaders(Filter.none());

  /**
   * Edits from a configuration: {@code {"remove": ["x-a"], "rename": {"x-b": "x-c"}, "set": {"x-d": "1"}, "add": {"x-e": "2"}}},
   * made in this order. Values have at most 8192 characters.
   */
  public static final Decoder<RequestHeaders> DECODER = HeaderEdits.DECODER.map(RequestHeaders::of);

  private final Filter filter;

  private RequestHeaders(Filter filter) {
    this.filter = filter;
  }

  /** No edits yet. */
  public static RequestHeaders edit() {
    return NO_EDITS;
  }

  private static RequestHeaders of(HeaderEdits edits) {
    RequestHeaders all = NO_EDITS;
    for (Step edit : edits.steps()) {
      all = all.with(edit);
    }
    return all;
  }

  /** Puts this value in the place of all that the header has. */
  public RequestHeaders set(String name, String value) {
    return with(Sluice.setHeader(name, value));
  }

  /** Puts this value in the place of all that the header has; takes the header out where the value is absent. */
  public RequestHeaders set(String name, TextValue value) {
    return with(Sluice.setHeader(name, value));
  }

  /** Gives the header one more value. */
  public RequestHeaders add(String name, String value) {
    return with(Sluice.addHeader(name, value));
  }

  /** Gives the header one more value, none where the value is absent. */
  public RequestHeaders add(String name, TextValue value) {
    return with(Sluice.addHeader(name, value));
  }

  /** Takes out all values of these headers. */
  public RequestHeaders remove(String... names) {
    RequestHeaders edited = this;
    for (String name : names) {
      edited = edited.with(Sluice.removeHeader(name));
    }
    return edited;
  }

  /** Gives all values of one header to another, which then has these and no others. */
  public RequestHeaders rename(String from, String to) {
    return with(Sluice.renameHeader(from, to));
  }

  /** The filter that makes these edits; {@link Filter#none} where there are none. */
  public Filter filter() {
    return filter;
  }

  private RequestHeaders with(Step edit) {
    return new RequestHeaders(filter.request(edit));
  }
}
