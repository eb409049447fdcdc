package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.value.Condition;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives responses the headers by which browsers guard a site. The proxy's answer is that of the whole site: what the
 * upstream says under the same names is replaced, unless {@link #keepingUpstream} says otherwise.
 *
 * <pre>{@code
 * secureHeaders(SecureHeaders.defaults().contentSecurityPolicy("default-src 'self'"))
 * }</pre>
 *
 * @param hsts Strict-Transport-Security (RFC 6797), for responses to requests over https alone
 * @param noSniff whether there is X-Content-Type-Options (Fetch Standard), which has one value
 * @param frames X-Frame-Options (RFC 7034)
 * @param referrerPolicy Referrer-Policy (W3C), one of its eight policies
 * @param contentSecurityPolicy Content-Security-Policy (W3C, level 3)
 * @param permissionsPolicy Permissions-Policy (W3C)
 * @param keepsUpstream whether a header that the upstream has given stays
 */
public record SecureHeaders(
    Option<Hsts> hsts, boolean noSniff, Frames frames, Option<String> referrerPolicy,
    Option<String> contentSecurityPolicy, Option<String> permissionsPolicy, boolean keepsUpstream) {

  /** Who may show a page in a frame: nobody, pages of the same origin, or what nothing is said about. */
  public enum Frames {
    DENY, SAMEORIGIN, OFF
  }

  /**
   * That browsers shall come over https alone, for so long.
   *
   * @param maxAge in whole seconds, from 0 (which ends it) to 10 years
   * @param subdomains whether it holds for all hosts below this one
   * @param preload whether browser vendors may have it in their lists, see hstspreload.org
   */
  public record Hsts(Duration maxAge, boolean subdomains, boolean preload) {
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Duration LEAST_FOR_LISTS = Duration.ofDays(365);
    private static final Hsts DEFAULT = new Hsts(LEAST_FOR_LISTS, false, false);

    static final Decoder<Option<Hsts>> DECODER = objectOr(object(
        field("maxAge", duration().atMost(LONGEST)).orElse(LEAST_FOR_LISTS)
            .describedAs("how long browsers come over https alone"),
        field("subdomains", bool()).orElse(false).describedAs("for all hosts below this one too"),
        field("preload", bool()).orElse(false).describedAs("may be built into browsers"))
        .as((maxAge, subdomains, preload) -> Option.some(new Hsts(maxAge, subdomains, preload))),
        text().oneOf(OFF).map(off -> Option.none()));

    public Hsts {
      if (maxAge.isNegative() || maxAge.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("the maxAge of hsts is not between 0 and 3660 days; give another one");
      }
      if (preload && (!subdomains || maxAge.compareTo(LEAST_FOR_LISTS) < 0)) {
        throw new IllegalArgumentException(
            "hsts with preload needs subdomains and a maxAge of at least 365d; no list accepts it otherwise");
      }
    }

    private String value() {
      return "max-age=" + maxAge.toMillis() / 1000 + (subdomains ? "; includeSubDomains" : "")
          + (preload ? "; preload" : "");
    }
  }

  private static final String OFF = "off";
  private static final String HSTS = "strict-transport-security";
  private static final List<String> REFERRER_POLICIES = List.of("no-referrer", "no-referrer-when-downgrade",
      "same-origin", "origin", "strict-origin", "origin-when-cross-origin", "strict-origin-when-cross-origin",
      "unsafe-url");
  private static final SecureHeaders DEFAULTS = new SecureHeaders(Option.some(Hsts.DEFAULT), true, Frames.DENY,
      Option.some("strict-origin-when-cross-origin"), Option.none(), Option.none(), false);

  /** Settings of a configuration, all of which may be left out; see docs/filters/secureHeaders.md. */
  public static final Decoder<SecureHeaders> DECODER = object(
      field("hsts", Hsts.DECODER).orElse(DEFAULTS.hsts).describedAs("Strict-Transport-Security, or \"off\""),
      field("noSniff", bool()).orElse(DEFAULTS.noSniff).describedAs("X-Content-Type-Options: nosniff"),
      field("frames", enumOf(Frames.values())).orElse(DEFAULTS.frames).describedAs("X-Frame-Options, or \"off\""),
      field("referrerPolicy", referrerPolicies()).orElse(DEFAULTS.referrerPolicy)
          .describedAs("Referrer-Policy, or \"off\""),
      optional("contentSecurityPolicy", policy()).describedAs("Content-Security-Policy"),
      optional("permissionsPolicy", policy()).describedAs("Permissions-Policy"),
      field("keepUpstream", bool()).orElse(false).describedAs("leave headers alone that the upstream has given"))
      .as(SecureHeaders::new);

  public SecureHeaders {
    if (referrerPolicy.isDefined() && !REFERRER_POLICIES.contains(referrerPolicy.get())) {
      throw new IllegalArgumentException(
          "secureHeaders: \"" + referrerPolicy.get() + "\" is no referrer policy; give one such as no-referrer");
    }
    for (String value : contentSecurityPolicy) {
      setHeader("content-security-policy", value);
    }
    for (String value : permissionsPolicy) {
      setHeader("permissions-policy", value);
    }
  }

  private static Decoder<Option<String>> referrerPolicies() {
    String[] all = REFERRER_POLICIES.toArray(new String[REFERRER_POLICIES.size() + 1]);
    all[all.length - 1] = OFF;
    return text().oneOf(all).map(policy -> policy.equals(OFF) ? Option.none() : Option.some(policy));
  }

  private static Decoder<String> policy() {
    return HeaderEdits.value().check(value -> !value.isBlank(), "is blank; leave it out");
  }

  /**
   * One year of https alone, nosniff, no frames, and referrers without paths for other sites. What a page may load or
   * use is its own affair and left alone.
   */
  public static SecureHeaders defaults() {
    return DEFAULTS;
  }

  /** The same with this Strict-Transport-Security. */
  public SecureHeaders hsts(Hsts value) {
    return new SecureHeaders(Option.some(value), noSniff, frames, referrerPolicy, contentSecurityPolicy,
        permissionsPolicy, keepsUpstream);
  }

  /** The same without Strict-Transport-Security. */
  public SecureHeaders withoutHsts() {
    return new SecureHeaders(Option.none(), noSniff, frames, referrerPolicy, contentSecurityPolicy, permissionsPolicy,
        keepsUpstream);
  }

  /** The same with this X-Frame-Options. */
  public SecureHeaders frames(Frames value) {
    return new SecureHeaders(hsts, noSniff, value, referrerPolicy, contentSecurityPolicy, permissionsPolicy,
        keepsUpstream);
  }

  /** The same with this Referrer-Policy. */
  public SecureHeaders referrerPolicy(String value) {
    return new SecureHeaders(hsts, noSniff, frames, Option.some(value), contentSecurityPolicy, permissionsPolicy,
        keepsUpstream);
  }

  /** The same with this Content-Security-Policy. */
  public SecureHeaders contentSecurityPolicy(String value) {
    return new SecureHeaders(hsts, noSniff, frames, referrerPolicy, Option.some(value), permissionsPolicy,
        keepsUpstream);
  }

  /** The same with this Permissions-Policy. */
  public SecureHeaders permissionsPolicy(String value) {
    return new SecureHeaders(hsts, noSniff, frames, referrerPolicy, contentSecurityPolicy, Option.some(value),
        keepsUpstream);
  }

  /** The same, which leaves headers alone that the upstream has given. */
  public SecureHeaders keepingUpstream() {
    return new SecureHeaders(hsts, noSniff, frames, referrerPolicy, contentSecurityPolicy, permissionsPolicy, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    Filter filter = Filter.none();
    Map<String, String> always = always();
    if (!keepsUpstream) {
      filter = always.isEmpty() ? filter : filter.response(setHeaders(always));
    } else {
      for (Map.Entry<String, String> header : always.entrySet()) {
        filter = filter.response(when(header(header.getKey()).absent()).setHeader(header.getKey(), header.getValue()));
      }
    }
    if (hsts.isEmpty()) {
      return filter;
    }
    Condition overTls = scheme().is("https");
    return filter.response(
        when(keepsUpstream ? overTls.and(header(HSTS).absent()) : overTls).setHeader(HSTS, hsts.get().value()));
  }

  private Map<String, String> always() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (noSniff) {
      headers.put("x-content-type-options", "nosniff");
    }
    if (frames != Frames.OFF) {
      headers.put("x-frame-options", frames.name());
    }
    for (String value : referrerPolicy) {
      headers.put("referrer-policy", value);
    }
    for (String value : contentSecurityPolicy) {
      headers.put("content-security-policy", value);
    }
    for (String value : permissionsPolicy) {
      headers.put("permissions-policy", value);
    }
    return headers;
  }
}
