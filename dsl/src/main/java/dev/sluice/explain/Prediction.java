package dev.sluice.explain;

import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * The hostcalls of a whole exchange, put together from those of its parts.
 *
 * @param least of an exchange that passes or is answered by the plugin
 * @param most of one, without what recurs
 * @param each most for each piece of a body and for its end
 */
public record Prediction(Explanation explanation, int least, int most, int each) {

  /** None where there are too many combinations to tell, or where the author's own code decides. */
  public static Option<Prediction> of(Explanation explanation) {
    int least = explanation.request().isEmpty()
        ? explanation.response().flatMap(Ways::shortest).map(Way::cost).getOrElse(0)
        : 0;
    int most = 0;
    int each = 0;
    for (String name : List.of("request", "response", "log")) {
      for (ExplainedPart part : explanation.part(name)) {
        if (part.ways().longest().isEmpty() || hasOwnCode(part)) {
          return Option.none();
        }
        most += part.ways().longest().get().most();
        each += part.recurring().map(one -> one.uses().size()).sum().intValue();
        least += name.equals("request") ? part.ways().shortest().get().cost() : 0;
      }
    }
    return Option.some(new Prediction(explanation, least, most, each));
  }

  private static boolean hasOwnCode(ExplainedPart part) {
    return part.ways().longest().exists(way -> !way.ownCode().isEmpty())
        || part.ways().shortest().exists(way -> !way.ownCode().isEmpty());
  }

  /** Whether an exchange with so many pieces of bodies may have made so many hostcalls. */
  public boolean allows(int made, int pieces) {
    return least <= made && made <= most + pieces * each;
  }

  /**
   * Whether these are the hostcalls of one of the ways of its request and, where that passes, of one of its response and of
   * one of its log. None where not all ways are listed, or something recurs.
   */
  public Option<Boolean> isOf(List<String> made) {
    List<List<Way>> ways = List.empty();
    for (String name : List.of("request", "response", "log")) {
      Option<List<Way>> all = explanation.part(name).isEmpty()
          ? Option.some(List.of(new Way(List.empty(), List.empty(), List.empty(), "continues")))
          : explanation.part(name).get().ways().all();
      if (all.isEmpty() || each > 0) {
        return Option.none();
      }
      ways = ways.append(all.get());
    }
    List<Way> requests = ways.get(0);
    List<Way> responses = ways.get(1);
    List<Way> logs = ways.get(2);
    return Option.some(requests.exists(request -> logs.exists(log -> request.outcome().equals("continues")
        ? responses.exists(response -> Way.isOf(request.uses().appendAll(response.uses()).appendAll(log.uses()), made))
        : Way.isOf(request.uses().appendAll(log.uses()), made))));
  }
}
