package dev.sluice.testkit.property;

import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.property.Exchanges.Given;
import dev.sluice.testkit.property.Search.Counterexample;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A statement about all requests of some kind, tried on generated ones wherever the plugin under test runs. A request that
 * fails it is made as small as it can be and told as a line of {@code curl}. Immutable.
 *
 * <p>The same requests are tried in each run, unless the system property {@code sluice.property.seed} is another number;
 * {@code sluice.property.tries} overrides how many.
 */
public final class RequestProperty {
  private static final String TRIES = "sluice.property.tries";
  private static final String SEED = "sluice.property.seed";

  private final Arbitrary<Request> requests;
  private final Arbitrary<Response> answers;
  private final int tries;
  private final long seed;

  private RequestProperty(Arbitrary<Request> requests, Arbitrary<Response> answers, int tries, long seed) {
    this.requests = requests;
    this.answers = answers;
    this.tries = tries;
    this.seed = seed;
  }

  static RequestProperty standard() {
    Search<Request> standard = Search.of(Requests.any());
    return new RequestProperty(
        standard.values(), Arbitraries.just(PluginUnderTest.UPSTREAM), standard.tries(), standard.seed());
  }

  /** Only requests of this kind; of each of them where there are several. */
  public RequestProperty with(RequestCondition condition) {
    return new RequestProperty(condition.on(requests), answers, tries, seed);
  }

  /** Only requests for which this holds. Generated ones are thrown away: {@link #with} does not have to. */
  public RequestProperty where(Predicate<Request> condition) {
    return with(all -> all.filter(condition));
  }

  /** The upstream gives these answers; else it answers 200 with the text {@code upstream}. */
  public RequestProperty answeredBy(Arbitrary<Response> responses) {
    return new RequestProperty(requests, responses, tries, seed);
  }

  /** The upstream gives all kinds of answers, see {@link Responses#any}. */
  public RequestProperty answeredByAnything() {
    return answeredBy(Responses.any());
  }

  /** Tries so many requests; 100 unless told. */
  public RequestProperty tries(int number) {
    return new RequestProperty(requests, answers, number, seed);
  }

  /** Tries other requests than it does without. */
  public RequestProperty seed(long number) {
    return new RequestProperty(requests, answers, tries, number);
  }

  /**
   * This holds of what comes of each request.
   *
   * @throws AssertionError with the smallest request found for which it does not
   */
  public void expect(PluginUnderTest plugin, Predicate<Exchange> expectation) {
    check(plugin, (request, exchange) -> {
      if (!expectation.test(exchange)) {
        throw new AssertionError("what is expected does not hold");
      }
    });
  }

  /**
   * The check, which asserts something, passes for each request and what comes of it.
   *
   * @throws AssertionError with the smallest request found for which it does not
   */
  public void check(PluginUnderTest plugin, BiConsumer<Request, Exchange> check) {
    Search<Given> search = Search.of(Combinators.combine(requests, answers).as(Given::new))
        .tries(Integer.getInteger(TRIES, tries))
        .seed(Long.getLong(SEED, seed));
    search.find(given -> check.accept(given.request(), send(plugin, given)))
        .forEach(found -> {
          throw failed(plugin, search, found);
        });
  }

  private static Exchange send(PluginUnderTest plugin, Given given) {
    return plugin.upstream(seen -> given.answer()).send(given.request());
  }

  private static AssertionError failed(PluginUnderTest plugin, Search<Given> search, Counterexample<Given> found) {
    StringBuilder text = new StringBuilder("in ").append(plugin.place())
        .append(", request ")
        .append(found.number())
        .append(" of ")
        .append(search.tries())
        .append(" (-D")
        .append(SEED)
        .append('=')
        .append(search.seed())
        .append(") fails; the smallest one found:\n  ")
        .append(CurlLine.of(found.value().request()))
        .append('\n');
    if (!found.value().answer().equals(PluginUnderTest.UPSTREAM)) {
      text.append("  the upstream answers ").append(describe(found.value().answer())).append('\n');
    }
    text.append("  ").append(found.failure()).append('\n');
    try {
      text.append("  the client gets ").append(describe(send(plugin, found.value()).response()));
    } catch (RuntimeException | AssertionError e) {
      text.append("  the client gets nothing: ").append(e);
    }
    return new AssertionError(text.toString(), found.failure());
  }

  private static String describe(Response response) {
    String headers = response.headers().fields().map(field -> field.name() + ": " + field.value()).mkString(", ");
    return response.status() + (headers.isEmpty() ? "" : " {" + headers + "}")
        + (response.body().isEmpty() ? "" : " " + CurlLine.quoted(response.body()));
  }
}
