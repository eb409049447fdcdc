package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Step;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;

/**
 * Gives each request an id, for the upstream in a header and for the client in the same header of the response. An id that
 * comes with the request stays where it is fit to: sent once, 1 to 128 letters, digits and {@code -._~:/+=}. Any other one
 * is replaced.
 *
 * <pre>{@code
 * requestId(RequestId.inHeader("x-request-id").version(RequestId.Version.V7))
 * }</pre>
 *
 * @param carrier the header
 * @param version of the UUID that a request without an id gets (RFC 9562)
 * @param keep whether an id that comes with a request may stay
 * @param echo whether the response has it too
 */
public record RequestId(String carrier, Version version, boolean keep, boolean echo) {
  private static final String HEADER = "x-request-id";
  private static final int LONGEST = 128;

  /** Settings of a configuration; see docs/filters/requestId.md. */
  public static final Decoder<RequestId> DECODER = object(
      field("header", headerName()).orElse(HEADER).describedAs("the header that has the id"),
      field("version", enumOf(Version.values())).orElse(Version.V4).describedAs("of the UUIDs that are made"),
      field("keep", bool()).orElse(true).describedAs("whether an id that comes with a request may stay"),
      field("echo", bool()).orElse(true).describedAs("whether the response has it too")).as(RequestId::new);

  /** Of a UUID: random, or random behind the time, so that ids sort by it. */
  public enum Version {
    V4, V7
  }

  public RequestId {
    // A bad name is refused here, where it is given.
    removeHeader(carrier);
  }

  /** Ids in this header: kept, else random ones (version 4), and told in the response. */
  public static RequestId inHeader(String name) {
    return new RequestId(name, Version.V4, true, true);
  }

  /** Like {@link #inHeader} with {@code x-request-id}. */
  public static RequestId standard() {
    return inHeader(HEADER);
  }

  /** The same with UUIDs of this version. */
  public RequestId version(Version made) {
    return new RequestId(carrier, made, keep, echo);
  }

  /** The same with an id of its own for each request, whatever it came with. */
  public RequestId always() {
    return new RequestId(carrier, version, false, echo);
  }

  /** The same with nothing in the response. */
  public RequestId withoutEcho() {
    return new RequestId(carrier, version, keep, false);
  }

  /** The id, for steps behind those of the filter. */
  public TextValue value() {
    return ref("requestId: " + carrier);
  }

  /** The filter that does this. */
  public Filter filter() {
    String name = "requestId: " + carrier;
    Step made = version == Version.V4 ? bind(name, randomUuid()) : UuidV7.bind(name);
    Step replaced = sequence(made, setHeader(carrier, value()));
    TextValue sent = headerValues(carrier).first();
    Filter filter = request(keep ? when(fit(sent)).then(bind(name, sent)).otherwise(replaced) : replaced);
    return echo ? filter.response(setHeader(carrier, value())) : filter;
  }

  /** Percent-encoding leaves unreserved characters alone, and nothing else. */
  private Condition fit(TextValue sent) {
    TextValue marksAside = sent.replace(":", "").replace("/", "").replace("+", "").replace("=", "");
    return allOf(headerValues(carrier).count().is(1), sent.length().between(1, LONGEST),
        marksAside.is(marksAside.encodePercent()));
  }
}
