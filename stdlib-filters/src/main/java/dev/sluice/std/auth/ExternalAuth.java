package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.CallRequest;
import dev.sluice.step.HttpCall;
import dev.sluice.step.RespondWith;
import dev.sluice.step.Step;
import dev.sluice.step.When;
import dev.sluice.value.Answer;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks another service whether a request may pass: it gets a GET request with the headers chosen and, in
 * {@code x-forwarded-method}, {@code x-forwarded-host} and {@code x-forwarded-uri}, what the request is for. Passes where
 * the status of its answer is an allowed one. Else the client gets the answer's status and body where the status is one to
 * be passed on, and 403 where not. A request that repeats a chosen header (other than cookie) is refused with 400: the
 * upstream might read another value than the service. Where the service cannot be asked, does not answer in time or
 * answers with 500 or more, requests are refused with 503, unless {@link #failOpen} says otherwise.
 *
 * <pre>{@code
 * externalAuth(ExternalAuth.by("auth", "/check").sendHeaders("authorization").upstreamHeaders("x-user"))
 * }</pre>
 *
 * @param service the proxy's cluster of the service
 * @param target path and query that the service is asked at
 * @param timeout 1 ms to 1 h
 * @param requestHeaders headers of the request that the service gets
 * @param allowed statuses with which requests pass, 200 to 499; at least one
 * @param passedOn statuses that the client gets as they are, with the answer's body, 300 to 499
 * @param upstream headers of the answer that the upstream gets, in the place of what the client sent there
 * @param client headers of the answer that the client of a refused request gets
 * @param open whether requests pass where the service cannot say
 */
public record ExternalAuth(String service, String target, Duration timeout, List<String> requestHeaders,
    List<Integer> allowed, List<Integer> passedOn, List<String> upstream, List<String> client, boolean open) {
  private static final String NAME = "externalAuth";
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final List<String> REQUEST_HEADERS = List.of("authorization", "cookie");
  private static final List<Integer> ALLOWED = List.of(200);
  private static final List<Integer> PASSED_ON = List.of(401, 403);
  private static final List<String> CLIENT = List.of("www-authenticate");

  /** Reads settings: see docs/filters/externalAuth.md. */
  public static final Decoder<ExternalAuth> DECODER = object(
      field("cluster", text().notBlank()).describedAs("the proxy's cluster of the service"),
      field("path", text().check(path -> path.startsWith("/") && Printable.isAscii(path), "begins with no slash"))
          .orElse("/")
          .describedAs("path and query that the service is asked at"),
      field("timeout", duration().between(Duration.ofMillis(1), Duration.ofHours(1))).orElse(TIMEOUT),
      field("requestHeaders", listOf(headerName())).orElse(REQUEST_HEADERS)
          .describedAs("headers of the request that the service gets"),
      field("allowedStatuses", listOf(integer().between(200, 499).asInt()).notEmpty()).orElse(ALLOWED),
      field("passedOnStatuses", listOf(integer().between(300, 499).asInt())).orElse(PASSED_ON)
          .describedAs("statuses that the client gets as they are; others become 403"),
      field("upstreamHeaders", listOf(headerName())).orElse(List.of())
          .describedAs("headers of the answer that the upstream gets"),
      field("clientHeaders", listOf(headerName())).orElse(CLIENT)
          .describedAs("headers of the answer that the client of a refused request gets"),
      field("failOpen", bool()).orElse(false).describedAs("whether requests pass where the service cannot say"))
      .as(ExternalAuth::new);

  public ExternalAuth {
    requestHeaders = List.copyOf(requestHeaders);
    allowed = within("allowed", 200, allowed);
    passedOn = within("passed on", 300, passedOn);
    upstream = List.copyOf(upstream);
    client = List.copyOf(client);
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException("externalAuth: no status is allowed; give at least one");
    }
    for (int status : passedOn) {
      if (allowed.contains(status)) {
        throw new IllegalArgumentException("externalAuth: a status is both allowed and passed on to the client");
      }
    }
    // What else is wrong is refused by the words themselves.
    call(cluster(service), get(target)).within(timeout);
    removeHeaders(names(requestHeaders));
    removeHeaders(names(upstream));
    removeHeaders(names(client));
  }

  /** Asks at this path of a cluster: within 500 ms, with authorization and cookie; 200 lets requests pass. */
  public static ExternalAuth by(String cluster, String path) {
    return new ExternalAuth(cluster, path, TIMEOUT, REQUEST_HEADERS, ALLOWED, PASSED_ON, List.of(), CLIENT, false);
  }

  /** The same, waiting at most so long. */
  public ExternalAuth within(Duration time) {
    return new ExternalAuth(service, target, time, requestHeaders, allowed, passedOn, upstream, client, open);
  }

  /** The same with these headers of the request for the service, and no others. */
  public ExternalAuth sendHeaders(String... names) {
    return new ExternalAuth(service, target, timeout, List.of(names), allowed, passedOn, upstream, client, open);
  }

  /** The same with these statuses, and no others, letting requests pass. */
  public ExternalAuth allowStatuses(Integer... statuses) {
    return new ExternalAuth(
        service, target, timeout, requestHeaders, List.of(statuses), passedOn, upstream, client, open);
  }

  /** The same with these statuses, and no others, passed on to the client of a refused request. */
  public ExternalAuth passOnStatuses(Integer... statuses) {
    return new ExternalAuth(
        service, target, timeout, requestHeaders, allowed, List.of(statuses), upstream, client, open);
  }

  /** The same with these headers of the answer for the upstream, and no others. */
  public ExternalAuth upstreamHeaders(String... names) {
    return new ExternalAuth(
        service, target, timeout, requestHeaders, allowed, passedOn, List.of(names), client, open);
  }

  /** The same with these headers of the answer for the client of a refused request, and no others. */
  public ExternalAuth clientHeaders(String... names) {
    return new ExternalAuth(
        service, target, timeout, requestHeaders, allowed, passedOn, upstream, List.of(names), open);
  }

  /** The same, letting requests pass where the service cannot say; without the upstream's headers then. */
  public ExternalAuth failOpen() {
    return new ExternalAuth(service, target, timeout, requestHeaders, allowed, passedOn, upstream, client, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    Answer said = answer(NAME);
    HttpCall call = call(cluster(service), question()).within(timeout).as(NAME);
    Condition refused = said.status().in(longs(allowed)).not();
    if (open) {
      call = call.onFailure(sequence());
      refused = said.status().absent().not().and(refused);
    }
    List<When> cases = new ArrayList<>();
    for (int status : passedOn) {
      cases.add(when(said.status().is(status)).then(reply(status, said)));
    }
    Step refusal = cases.isEmpty()
        ? reply(403, said)
        : choose(cases.toArray(new When[0])).otherwise(reply(403, said));
    Filter asked = request(call, when(refused).then(refusal));
    for (String header : upstream) {
      asked = asked.request(setHeader(header, said.header(header)));
    }
    return asked;
  }

  private CallRequest question() {
    CallRequest question = get(target)
        .header("x-forwarded-method", method())
        .header("x-forwarded-host", authority())
        .header("x-forwarded-uri", header(":path"));
    for (String name : requestHeaders) {
      TextValue value = name.equals("cookie") ? headerValues(name).join("; ") : header(name).single();
      question = question.header(name, value);
    }
    return question;
  }

  private RespondWith reply(int status, Answer said) {
    RespondWith reply = respond(status, said.body()).header("content-type", said.header("content-type"));
    for (String header : client) {
      reply = reply.header(header, said.header(header));
    }
    return reply;
  }

  private static long[] longs(List<Integer> statuses) {
    long[] numbers = new long[statuses.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = statuses.get(i);
    }
    return numbers;
  }

  private static List<Integer> within(String what, int least, List<Integer> statuses) {
    for (int status : statuses) {
      if (status < least || status > 499) {
        throw new IllegalArgumentException(
            "externalAuth: a status that is " + what + " lies between " + least + " and 499");
      }
    }
    return List.copyOf(statuses);
  }

  private static String[] names(List<String> headers) {
    List<String> some = new ArrayList<>(headers);
    some.add("x");
    return some.toArray(new String[0]);
  }
}
