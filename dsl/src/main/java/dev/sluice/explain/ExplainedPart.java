package dev.sluice.explain;

import dev.sluice.step.Step;
import io.vavr.collection.List;
import java.util.Set;

/**
 * One part of a plugin.
 *
 * @param name such as {@code request}, {@code log}, {@code connect} or {@code every 500 ms}
 * @param rings its steps, filter by filter; one ring for what belongs to no filter
 * @param ways the ways through it
 * @param recurring hostcalls beside those
 */
public record ExplainedPart(String name, List<List<Step>> rings, Ways ways, List<Recurring> recurring) {
  static ExplainedPart of(
      String name, List<List<Step>> rings, Explorer explorer, boolean connection, Set<String> asked) {
    Ways ways = explorer.explore();
    asked.addAll(explorer.recorder().asked());
    return new ExplainedPart(name, rings, ways, Recurring.of(name, connection, explorer.recorder()));
  }

  /** Where steps of a ring stand, as step paths begin. */
  public String path(int ring) {
    return rings.size() > 1 ? "filter " + (ring + 1) + "/" + name : name;
  }

  /** What one passage through the part is called. */
  public String passage() {
    return switch (name) {
      case "request", "response", "log" -> "a " + name;
      case "connect" -> "a new connection";
      case "downstream", "upstream" -> "a piece of " + name + " data";
      case "close" -> "a closed connection";
      case "request metadata", "response metadata" -> "a frame of " + name;
      case "done" -> "a stream that is done";
      case String root when root.startsWith("queue ") -> "a message";
      default -> "each time";
    };
  }
}
