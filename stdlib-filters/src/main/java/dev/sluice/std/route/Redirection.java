package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Redirect;
import dev.sluice.step.Step;
import io.vavr.control.Option;
import java.util.List;

/**
 * Sends clients elsewhere (RFC 9110 section 15.4). In the target {@code {host}} stands for the host that was asked for, without
 * its port, {@code {path}} for the path, {@code {query}} for the query without its question mark and {@code {target}}
 * for path and query as they were sent.
 *
 * <pre>{@code
 * redirect(Redirection.toHttps())
 * redirect(Redirection.to("https://www.example.com{target}").status(301))
 * }</pre>
 *
 * @param target an absolute URL of http or https, whose host no client can extend, or a path on this site
 * @param status 301, 302, 303, 307 or 308
 * @param onlyScheme the scheme of the requests that are redirected, {@code http} or {@code https}; none for all
 */
public record Redirection(String target, int status, Option<String> onlyScheme) {
  private static final String HTTP = "http";
  private static final String HTTPS = "https";
  private static final String TO_HTTPS = "https://{host}{target}";
  private static final int PERMANENT = 308;
  private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);

  /** Settings of a configuration; see docs/filters/redirect.md. */
  public static final Decoder<Redirection> DECODER = object(
      field("to", text().map(Redirection::checked)).describedAs("where to; with {host}, {path}, {query}, {target}"),
      field("status", integer().asInt().check(STATUSES::contains, "is no redirection; give 301, 302, 303, 307 or 308"))
          .orElse(PERMANENT)
          .describedAs("301 and 302 let clients change the method to GET, 303 has them do it, 307 and 308 do not"),
      optional("onlyScheme", text().oneOf(HTTP, HTTPS)).describedAs("redirect requests of this scheme alone"))
      .as(Redirection::new);

  public Redirection {
    checked(target);
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("redirect: " + status + " is no redirection; give 301, 302, 303, 307 or 308");
    }
    if (onlyScheme.isDefined() && !List.of(HTTP, HTTPS).contains(onlyScheme.get())) {
      throw new IllegalArgumentException(
          "redirect: \"" + onlyScheme.get() + "\" is no scheme of HTTP; give http or https");
    }
  }

  private static String checked(String target) {
    Location.of(target);
    return target;
  }

  /** Sends all requests there, with status 308. */
  public static Redirection to(String target) {
    return new Redirection(target, PERMANENT, Option.none());
  }

  /** Sends requests over http to the same place over https, with status 308. */
  public static Redirection toHttps() {
    return new Redirection(TO_HTTPS, PERMANENT, Option.some(HTTP));
  }

  /** The same with this status. */
  public Redirection status(int number) {
    return new Redirection(target, number, onlyScheme);
  }

  /** The same for requests of this scheme alone. */
  public Redirection onlyScheme(String scheme) {
    return new Redirection(target, status, Option.some(scheme));
  }

  /** The filter that does this. */
  public Filter filter() {
    Location location = Location.of(target);
    Redirect redirect = redirect(status, location.text());
    Step go = location.isAbsolute() ? redirect.toAnySite() : redirect;
    Step checked = sequence(when(path().startsWith("/").not()).respond(400, "the target is no path"), go);
    return request(onlyScheme.isEmpty() ? checked : when(scheme().is(onlyScheme.get())).then(checked));
  }
}
