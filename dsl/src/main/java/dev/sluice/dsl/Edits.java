package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.step.AddHeader;
import dev.sluice.step.AppendHeader;
import dev.sluice.step.RemoveHeader;
import dev.sluice.step.RemoveHeaders;
import dev.sluice.step.RenameHeader;
import dev.sluice.step.SetHeader;
import dev.sluice.step.SetHeaders;
import dev.sluice.step.Step;
import dev.sluice.value.TextValue;
import java.util.Map;

/** The words that change a message's headers. Authors import them through {@link Sluice}. */
abstract class Edits extends Replies {
  Edits() {}

  /** Puts this value in the place of all that the header has. */
  public static Step setHeader(String name, String value) {
    return SetHeader.of(name, value);
  }

  /**
   * Puts this value in the place of all that the header has; takes the header out where the value is absent. A value
   * that no header may have (CR, LF, NUL) is refused with 400, on the way out with 502.
   */
  public static Step setHeader(String name, TextValue value) {
    return new SetHeader(name, value);
  }

  /** Gives the header one more value. */
  public static Step addHeader(String name, String value) {
    return AddHeader.of(name, value);
  }

  /** Gives the header one more value, none where the value is absent. Refuses what {@code setHeader} refuses. */
  public static Step addHeader(String name, TextValue value) {
    return new AddHeader(name, value);
  }

  /** Takes out all values of the header. */
  public static Step removeHeader(String name) {
    return new RemoveHeader(name);
  }

  /**
   * Puts a value at the end of a header that is a list, see {@link AppendHeader}.
   * <pre>{@code appendHeader("vary", "origin")}</pre>
   */
  public static Step appendHeader(String name, String value) {
    return AppendHeader.of(name, value);
  }

  /** Like {@link #appendHeader(String, String)}; an absent value adds nothing. Refuses what {@code setHeader} refuses. */
  public static Step appendHeader(String name, TextValue value) {
    return new AppendHeader(name, value);
  }

  /**
   * Gives all values of one header to another, see {@link RenameHeader}.
   * <pre>{@code renameHeader("x-forwarded-user", "x-user")}</pre>
   */
  public static Step renameHeader(String from, String to) {
    return new RenameHeader(from, to);
  }

  /**
   * Sets many headers at once, see {@link SetHeaders}. More can be added to what this gives.
   * <pre>{@code setHeaders(Map.of("x-frame-options", "DENY", "x-content-type-options", "nosniff"))}</pre>
   */
  public static SetHeaders setHeaders(Map<String, String> headers) {
    return SetHeaders.of(headers);
  }

  /**
   * Takes out all values of these headers.
   * <pre>{@code removeHeaders("server", "x-powered-by", "via")}</pre>
   */
  public static Step removeHeaders(String... names) {
    return new RemoveHeaders(RemoveHeaders.Which.NAMED, Check.some("removeHeaders", "header name", names));
  }

  /**
   * Takes out all headers whose names start with one of these texts.
   * <pre>{@code removeHeadersStartingWith("x-internal-")}</pre>
   */
  public static Step removeHeadersStartingWith(String... prefixes) {
    return new RemoveHeaders(
        RemoveHeaders.Which.STARTING_WITH, Check.some("removeHeadersStartingWith", "prefix", prefixes));
  }

  /**
   * Takes out all headers but these. Pseudo-headers, content-length, transfer-encoding and x-forwarded-proto, by which
   * Envoy routes, stay.
   * <pre>{@code keepHeaders("accept", "content-type", "user-agent")}</pre>
   */
  public static Step keepHeaders(String... names) {
    return new RemoveHeaders(RemoveHeaders.Which.ALL_BUT, Check.all("keepHeaders", "header name", names));
  }
}
