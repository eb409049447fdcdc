package dev.sluice.laws;

import dev.sluice.abi.Bytes;
import dev.sluice.laws.pipeline.Documents;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.property.Exchanges;
import io.vavr.collection.Vector;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of traffic: the published exchanges, with headers that pipelines look at or that change with a body. */
public final class Traffics {
  /** Headers of which Envoy makes one field. */
  private static final List<String> SINGLE = List.of("content-type", "upgrade");

  private Traffics() {}

  public static Arbitrary<Traffic> any() {
    return Combinators.combine(Exchanges.any(), more(), more(), trailers(), Arbitraries.of(true, false),
        Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))), bodies(),
        bodies())
        .as((given, in, out, trailers, endApart, fails, inBody, outBody) -> new Traffic(
            with(given.request(), in, trailers.contains("in")), with(given.answer(), out, trailers.contains("out")),
            endApart, fails).with(inBody, outBody));
  }

  /** JSON in one piece or two; null to leave a body as it is. */
  private static Arbitrary<Vector<Bytes>> bodies() {
    return Combinators.combine(Documents.any(), Arbitraries.integers().between(0, 40)).as((text, at) -> {
      Bytes whole = Bytes.latin1(text);
      return at > 0 && at < whole.length() ? Vector.of(whole.slice(0, at), whole.slice(at, whole.length()))
          : Vector.of(whole);
    }).injectNull(0.6);
  }

  /** Which of the messages end with a trailer that pipelines look at. */
  private static Arbitrary<String> trailers() {
    return Arbitraries.of("", "", "", "in", "out", "in and out");
  }

  private static Arbitrary<List<String[]>> more() {
    return Arbitraries.<String[]>of(List.of(
        new String[] {"x-a", "a"}, new String[] {"x-a", "b"}, new String[] {"x-b", "a"}, new String[] {"x-c", ""},
        new String[] {"content-type", "text/event-stream"}, new String[] {"content-type", "text/plain"},
        new String[] {"upgrade", "websocket"}, new String[] {"etag", "\"1\""}, new String[] {"range", "bytes=0-1"},
        new String[] {"accept-encoding", "gzip"}, new String[] {"accept-ranges", "bytes"},
        new String[] {"authorization", "Bearer a.b=="}, new String[] {"authorization", "basic  YTpiOmM="},
        new String[] {"authorization", "Basic YQ=="}, new String[] {"cookie", "a=1; b=\"2\";a=\"; =3"},
        new String[] {"cookie", "b; b = x\t;A=2"}, new String[] {"x-a", "a=%41+&b&&a=2%"}, new String[] {"x-b", "a"},
        new String[] {"x-b", "10.1.2.3:80"}, new String[] {"x-a", "[::ffff:10.9.0.255]:8080"},
        new String[] {"x-c", "ON"},
        new String[] {"x-c", "no"}, new String[] {"x-a", "1.2..3"}, new String[] {"x-a", "ab=\u00e9"}))
        .list()
        .ofMaxSize(3)
        .filter(all -> all.stream().filter(one -> SINGLE.contains(one[0])).count() < 2);
  }

  private static Request with(Request request, List<String[]> more, boolean trailer) {
    Request all = trailer && !request.pieces().isEmpty() ? request.trailer("x-t", "a") : request;
    for (String[] field : more) {
      all = all.header(field[0], field[1]);
    }
    return all;
  }

  private static Response with(Response response, List<String[]> more, boolean trailer) {
    Response all = trailer && !response.pieces().isEmpty() ? response.trailer("x-t", "b") : response;
    for (String[] field : more) {
      all = all.header(field[0], field[1]);
    }
    return all;
  }
}
