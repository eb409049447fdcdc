package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.step.ReplacePathPrefix;
import dev.sluice.step.Reroute;
import dev.sluice.step.RewritePath;
import dev.sluice.step.SetPath;
import dev.sluice.step.SetQuery;
import dev.sluice.step.SetRequestLine;
import dev.sluice.step.Step;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;

/**
 * The words that change where a request goes; for request parts. Put {@link #reroute} behind them where the route is to
 * follow. Authors import them through {@link Sluice}.
 */
abstract class Rewrites extends Edits {
  Rewrites() {}

  /**
   * Puts another path in the place of the request's; the query stays, see {@link SetPath}.
   * <pre>{@code when(header("x-maintenance").present()).setPath("/maintenance")}</pre>
   */
  public static Step setPath(String path) {
    return SetPath.of(path);
  }

  /**
   * Puts a path that is known at run time in the place of the request's, see {@link SetPath}.
   * <pre>{@code setPath(header("x-original-path"))}</pre>
   */
  public static Step setPath(TextValue path) {
    return new SetPath(path);
  }

  /**
   * Puts another beginning in the place of the one that a path has, see {@link ReplacePathPrefix}.
   * <pre>{@code replacePathPrefix("/v1", "/api/v1")}</pre>
   */
  public static Step replacePathPrefix(String prefix, String replacement) {
    return new ReplacePathPrefix(prefix, replacement);
  }

  /**
   * Takes out the beginning of a path, segment by segment, see {@link ReplacePathPrefix}.
   * <pre>{@code stripPrefix("/api")}</pre>
   */
  public static Step stripPrefix(String prefix) {
    return new ReplacePathPrefix(prefix, "/");
  }

  /**
   * Replaces each match of a regular expression in the path, see {@link RewritePath}.
   * <pre>{@code rewritePath("^/users/([0-9]+)$", "/accounts/$1")}</pre>
   */
  public static Step rewritePath(String regex, String replacement) {
    return new RewritePath(regex, replacement);
  }

  /**
   * Puts one parameter in the place of all of its name in the query, see {@link SetQuery}.
   * <pre>{@code setQueryParameter("version", "2")}</pre>
   */
  public static Step setQueryParameter(String name, String value) {
    return SetQuery.to(name, new LiteralText(value));
  }

  /** Like {@link #setQueryParameter(String, String)}; takes the parameter out where the value is absent. */
  public static Step setQueryParameter(String name, TextValue value) {
    return SetQuery.to(name, value);
  }

  /**
   * Takes all parameters of this name out of the query.
   * <pre>{@code removeQueryParameter("debug")}</pre>
   */
  public static Step removeQueryParameter(String name) {
    return new SetQuery(name, Option.none());
  }

  /**
   * Changes the host that the request is for, see {@link SetRequestLine}.
   * <pre>{@code setAuthority("api.internal")}</pre>
   */
  public static Step setAuthority(String authority) {
    return SetRequestLine.of(SetRequestLine.Part.AUTHORITY, authority);
  }

  /** Like {@link #setAuthority(String)}; what cannot be an authority is refused with 400. */
  public static Step setAuthority(TextValue authority) {
    return new SetRequestLine(SetRequestLine.Part.AUTHORITY, authority);
  }

  /**
   * Changes the request's method.
   * <pre>{@code when(method().is("HEAD")).then(setMethod("GET"))}</pre>
   */
  public static Step setMethod(String method) {
    return SetRequestLine.of(SetRequestLine.Part.METHOD, method);
  }

  /** Like {@link #setMethod(String)}; what cannot be a method is refused with 400. */
  public static Step setMethod(TextValue method) {
    return new SetRequestLine(SetRequestLine.Part.METHOD, method);
  }

  /**
   * Changes the request's scheme: {@code http} or {@code https}.
   * <pre>{@code setScheme("https")}</pre>
   */
  public static Step setScheme(String scheme) {
    return SetRequestLine.of(SetRequestLine.Part.SCHEME,
        Check.lowerCase(Check.given("setScheme", "the scheme", scheme)));
  }

  /**
   * Has the proxy choose the route by the request as it is now, see {@link Reroute}.
   * <pre>{@code setPath("/canary"), reroute()}</pre>
   */
  public static Reroute reroute() {
    return new Reroute(Lists.none());
  }
}
