package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.step.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps for the request, steps for the response and steps for the log that belong together. Filters compose like the rings of an onion:
 * request parts run in order, response and log parts in reverse. When a filter answers the request itself, the response parts
 * of the filters before it run, its own and those behind it do not. {@link #none} changes nothing under {@link #then},
 * and {@code then} is associative.
 */
public final class Filter {
  private static final Part NOTHING = new Part.Nothing();
  private static final Filter NONE = new Filter(Lists.none());

  private final List<Layer> layers;

  private Filter(List<Layer> layers) {
    this.layers = layers;
  }

  /** The filter that does nothing. */
  public static Filter none() {
    return NONE;
  }

  /** This filter with these steps at the end of its request part (of its innermost ring, where it is composed). */
  public Filter request(Step... steps) {
    List<Step> more = Check.all("request", "step", steps);
    Layer last = last();
    return withLast(new Layer(new Part.Request(Part.append(last.request(), more)), last.response(), last.log()));
  }

  /** This filter with these steps at the end of its response part (of its innermost ring, where it is composed). */
  public Filter response(Step... steps) {
    List<Step> more = Check.all("response", "step", steps);
    Layer last = last();
    return withLast(new Layer(last.request(), new Part.Response(Part.append(last.response(), more)), last.log()));
  }

  /**
   * This filter with these steps at the end of its log part (of its innermost ring, where it is composed). It runs when
   * a stream is over that the filter saw, whoever answered it.
   */
  public Filter log(Step... steps) {
    List<Step> more = Check.all("log", "step", steps);
    Layer last = last();
    return withLast(new Layer(last.request(), last.response(), new Part.Log(Part.append(last.log(), more))));
  }

  /** This filter around the other one. */
  public Filter then(Filter inner) {
    Check.given("then", "the filter", inner);
    if (layers.isEmpty() || inner.layers.isEmpty()) {
      return layers.isEmpty() ? inner : this;
    }
    return new Filter(Lists.concat(layers, inner.layers));
  }

  private Layer last() {
    return layers.isEmpty() ? new Layer(NOTHING, NOTHING, NOTHING) : layers.get(layers.size() - 1);
  }

  private Filter withLast(Layer layer) {
    Layer[] changed = new Layer[Math.max(layers.size(), 1)];
    for (int i = 0; i < changed.length - 1; i++) {
      changed[i] = layers.get(i);
    }
    changed[changed.length - 1] = layer;
    return new Filter(List.of(changed));
  }

  /** The steps for the request, ring by ring from the outermost; none for a ring without. */
  public List<List<Step>> requestParts() {
    List<List<Step>> parts = new ArrayList<>();
    for (Layer layer : layers) {
      parts.add(layer.request().steps());
    }
    return parts;
  }

  /** The steps for the response, ring by ring from the outermost; none for a ring without. */
  public List<List<Step>> responseParts() {
    List<List<Step>> parts = new ArrayList<>();
    for (Layer layer : layers) {
      parts.add(layer.response().steps());
    }
    return parts;
  }

  /** The steps for the log, ring by ring from the outermost; none for a ring without. */
  public List<List<Step>> logParts() {
    List<List<Step>> parts = new ArrayList<>();
    for (Layer layer : layers) {
      parts.add(layer.log().steps());
    }
    return parts;
  }

  /** The filter as programs. Refuses with an {@link IllegalArgumentException} what cannot work where it stands. */
  public PipelinePlan plan() {
    return planner().build();
  }

  PipelinePlan.Builder planner() {
    PipelinePlan.Builder builder = new PipelinePlan.Builder(layers.size());
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).request().plan(builder, i);
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).response().plan(builder, i);
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).log().plan(builder, i);
    }
    return builder;
  }

  /** Filters are equal when they are composed of the same parts, however they were put together. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Filter that && layers.equals(that.layers);
  }

  @Override
  public int hashCode() {
    return layers.hashCode();
  }

  @Override
  public String toString() {
    return "Filter" + layers;
  }
}
