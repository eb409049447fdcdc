package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Respond;
import dev.sluice.step.RespondWith;
import dev.sluice.step.Step;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.List;

/**
 * Says to browsers which other sites may use this one (CORS protocol, Fetch Standard section 3.3). Preflights are
 * answered; other requests pass, and their responses say who may read them. What the upstream says about it is replaced.
 *
 * <pre>{@code
 * cors(Cors.from("https://app.example.com").methods("GET", "PUT").exposing("x-request-id").withCredentials())
 * }</pre>
 *
 * @param origins who may: {@code https://app.example.com}, {@code https://*.example.com} for all hosts below that one, or
 *     {@code *} alone for everybody
 * @param methods that may be used beyond GET, HEAD and POST; {@code *} for all
 * @param headers that may be sent beyond those that are always allowed; {@code *} for all but authorization
 * @param exposed headers of responses that may be read; {@code *} for all
 * @param credentials whether cookies and the like may be sent; with names alone, since {@code *} means none of them then
 * @param maxAge how long browsers may remember a preflight, in whole seconds, at most a day
 */
public record Cors(
    List<String> origins, List<String> methods, List<String> headers, List<String> exposed, boolean credentials,
    Duration maxAge) {
  private static final String ALLOWED = "cors: allowed origin";
  private static final String ALLOW_ORIGIN = "access-control-allow-origin";
  private static final String ALLOW_CREDENTIALS = "access-control-allow-credentials";
  private static final String EXPOSE_HEADERS = "access-control-expose-headers";
  private static final String PREFLIGHT_VARIES =
      "origin, access-control-request-method, access-control-request-headers";
  private static final Step NOT_THE_UPSTREAMS = removeHeaders(ALLOW_ORIGIN, ALLOW_CREDENTIALS, EXPOSE_HEADERS);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  private static final List<String> HEADERS = List.of("authorization", "content-type");
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  /** Settings of a configuration; see docs/filters/cors.md. */
  public static final Decoder<Cors> DECODER = object(
      field("origins", listOf(text().parse("an origin as browsers send it, such as \"https://app.example.com\","
          + " \"https://*.example.com\" or \"*\"", Origins::parse)).notEmpty()).describedAs("who may"),
      field("methods", listOf(text().check(Cors::isMethod, "is no method, such as \"PUT\"")))
          .orElse(METHODS)
          .describedAs("methods that may be used"),
      field("headers", listOf(headerName())).orElse(HEADERS).describedAs("request headers that may be sent"),
      field("exposed", listOf(headerName())).orElse(List.of()).describedAs("response headers that may be read"),
      field("credentials", bool()).orElse(false).describedAs("whether cookies may be sent"),
      field("maxAge", duration().atMost(LONGEST)).orElse(MAX_AGE).describedAs("how long a preflight is remembered"))
      .as(Cors::new);

  public Cors {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposed = List.copyOf(exposed);
    for (String origin : origins) {
      if (Origins.parse(origin).isEmpty()) {
        throw new IllegalArgumentException("cors: \"" + origin
            + "\" is no origin that a browser sends; give one such as https://app.example.com");
      }
    }
    if (origins.isEmpty() || origins.size() > 1 && origins.contains(Origins.ANY)) {
      throw new IllegalArgumentException("cors: no origin, or \"*\" beside others; give \"*\" alone or origins");
    }
    for (List<String> list : List.of(origins, methods, headers, exposed)) {
      if (credentials && list.contains(Origins.ANY)) {
        throw new IllegalArgumentException(
            "cors: \"*\" with credentials, which browsers refuse (Fetch Standard, section 3.3.5); give names");
      }
    }
    if (maxAge.isNegative() || maxAge.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("cors: the maxAge is not between 0 and a day; give another one");
    }
    for (String method : methods) {
      setMethod(method);
    }
    for (List<String> names : List.of(headers, exposed)) {
      for (String name : names) {
        removeHeader(name);
      }
    }
  }

  private static boolean isMethod(String text) {
    try {
      setMethod(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** For these origins. GET, HEAD and POST with the headers authorization and content-type, without credentials. */
  public static Cors from(String... origins) {
    return new Cors(List.of(origins), METHODS, HEADERS, List.of(), false, MAX_AGE);
  }

  /** For everybody; else like {@link #from}. */
  public static Cors fromAnywhere() {
    return from(Origins.ANY);
  }

  /** The same with these methods and no others. */
  public Cors methods(String... names) {
    return new Cors(origins, List.of(names), headers, exposed, credentials, maxAge);
  }

  /** The same with these request headers and no others. */
  public Cors headers(String... names) {
    return new Cors(origins, methods, List.of(names), exposed, credentials, maxAge);
  }

  /** The same with these response headers to be read, and no others. */
  public Cors exposing(String... names) {
    return new Cors(origins, methods, headers, List.of(names), credentials, maxAge);
  }

  /** The same with cookies and the like. */
  public Cors withCredentials() {
    return new Cors(origins, methods, headers, exposed, true, maxAge);
  }

  /** The same with preflights remembered for so long. */
  public Cors maxAge(Duration time) {
    return new Cors(origins, methods, headers, exposed, credentials, time);
  }

  /** The filter that does this. Put it around those that refuse requests: browsers may read their answers then. */
  public Filter filter() {
    TextValue origin = headerValues("origin").first();
    Condition preflight = allOf(origin.present(), header("access-control-request-method").present(),
        method().is("OPTIONS"));
    Respond answer = preflightAnswer(methods, headers, maxAge);
    if (origins.contains(Origins.ANY)) {
      return request(when(preflight).then(answer.header(ALLOW_ORIGIN, Origins.ANY)))
          .response(NOT_THE_UPSTREAMS)
          .response(allowance(text(Origins.ANY)));
    }
    Condition known = headerValues("origin").count().is(1).and(Origins.among(origin, origins));
    RespondWith toOrigin = answer.header("vary", PREFLIGHT_VARIES).header(ALLOW_ORIGIN, ref(ALLOWED));
    return request(
        when(known).then(bind(ALLOWED, origin)),
        when(preflight).then(
            when(ref(ALLOWED).absent())
                .then(respond(403, "origin not allowed").header("vary", PREFLIGHT_VARIES))
                .otherwise(credentials ? toOrigin.header(ALLOW_CREDENTIALS, "true") : toOrigin)))
        .response(
            NOT_THE_UPSTREAMS,
            when(headerValues("vary").elements().lowerCase().any().in("*", "origin").not())
                .appendHeader("vary", "origin"),
            when(ref(ALLOWED).absent().not()).then(allowance(ref(ALLOWED))));
  }

  private static Respond preflightAnswer(List<String> methods, List<String> headers, Duration maxAge) {
    Respond answer = respond(204).header("access-control-max-age", Long.toString(maxAge.toMillis() / 1000));
    answer = methods.isEmpty() ? answer : answer.header("access-control-allow-methods", String.join(", ", methods));
    return headers.isEmpty() ? answer : answer.header("access-control-allow-headers", String.join(", ", headers));
  }

  private Step allowance(TextValue origin) {
    Step to = addHeader(ALLOW_ORIGIN, origin);
    to = credentials ? sequence(to, addHeader(ALLOW_CREDENTIALS, "true")) : to;
    return exposed.isEmpty() ? to : sequence(to, addHeader(EXPOSE_HEADERS, String.join(", ", exposed)));
  }
}
