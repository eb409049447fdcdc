package dev.sluice.laws;

import dev.sluice.abi.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of an exchange. Texts are bytes, one for each character.
 *
 * @param client what the client got; none where the stream was broken off before
 * @param upstream what the upstream saw
 * @param calls what the called service saw
 * @param log lines of the plugin
 * @param metrics by names with tags, without those that are zero; of samples their sum
 */
public record Observed(Optional<Seen> client, Optional<Seen> upstream, List<String> calls, List<String> log,
    Map<String, Long> metrics) {

  /** The same without the fields that say how long a body is: they differ with its pieces. */
  Observed withoutLengths() {
    return new Observed(client.map(Seen::withoutLength), upstream.map(Seen::withoutLength), calls, log, metrics);
  }

  /**
   * A message as one side saw it. Fields of several names have no order, those of one name have.
   *
   * @param fields pseudo-headers too
   */
  public record Seen(Map<String, List<String>> fields, String body, Map<String, List<String>> trailers) {
    public static Seen of(Iterable<Header> fields, String body, Iterable<Header> trailers) {
      return new Seen(byName(fields), body, byName(trailers));
    }

    private Seen withoutLength() {
      Map<String, List<String>> others = new TreeMap<>(fields);
      others.keySet().removeAll(List.of("content-length", "transfer-encoding"));
      return new Seen(others, body, trailers);
    }

    private static Map<String, List<String>> byName(Iterable<Header> fields) {
      return io.vavr.collection.Vector.ofAll(fields)
          .toJavaStream()
          .collect(Collectors.groupingBy(field -> field.name().latin1(), TreeMap::new,
              Collectors.mapping(field -> field.value().latin1(), Collectors.toList())));
    }
  }
}
