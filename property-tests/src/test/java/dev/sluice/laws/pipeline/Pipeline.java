package dev.sluice.laws.pipeline;

import java.util.ArrayList;
import java.util.List;

/** A generated pipeline, as data: filters from the outermost to the innermost. */
public record Pipeline(List<Ring> rings) {

  /** What stands before names of what outlives streams; the host puts others in its place. */
  public static final String SPACE = "run0.";

  /** A filter. */
  public record Ring(List<Action> request, List<Action> response, List<Action> log) {}

  /** This one around that one. */
  public Pipeline around(Pipeline inner) {
    List<Ring> all = new ArrayList<>(rings);
    all.addAll(inner.rings);
    return new Pipeline(List.copyOf(all));
  }

  /** As the configuration of {@link GeneratedPlugin}. */
  public String json() {
    return json(false);
  }

  /** @param fromTheRight whether the filters are composed from the innermost on: {@code f.then(g.then(h))} */
  public String json(boolean fromTheRight) {
    return "{\"sluice\":{\"allow_on_headers_stop_iteration\":true},\"right\":" + fromTheRight + ",\"space\":\"" + SPACE
        + "\",\"rings\":"
        + Written.of(rings) + "}";
  }

  @Override
  public String toString() {
    return Written.of(rings);
  }
}
