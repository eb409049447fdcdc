package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.step.Step;

/**
 * A named pipeline with a failure policy; immutable. Steps given to {@link #request} and {@link #response} belong to
 * one filter of the plugin's own, until {@link #with} puts another filter behind it.
 */
public final class Plugin {
  private static final int FAILED_STATUS = 503;

  private final String name;
  private final FailurePolicy onFailure;
  private final Filter outer;
  private final Filter own;

  private Plugin(String name, FailurePolicy onFailure, Filter outer, Filter own) {
    this.name = name;
    this.onFailure = onFailure;
    this.outer = outer;
    this.own = own;
  }

  static Plugin named(String name) {
    Check.given("plugin", "the name", name);
    if (name.isBlank()) {
      throw new IllegalArgumentException("plugin: the name is blank; give one that tells the plugin apart in logs");
    }
    return new Plugin(name, new FailurePolicy.Closed(FAILED_STATUS), Filter.none(), Filter.none());
  }

  /** This plugin with these steps behind those that requests run through so far. */
  public Plugin request(Step... steps) {
    return new Plugin(name, onFailure, outer, own.request(steps));
  }

  /** This plugin with these steps behind those of the same filter that responses run through so far. */
  public Plugin response(Step... steps) {
    return new Plugin(name, onFailure, outer, own.response(steps));
  }

  /** This plugin with these steps behind those of the same filter that run when a stream is over. */
  public Plugin log(Step... steps) {
    return new Plugin(name, onFailure, outer, own.log(steps));
  }

  /** This plugin with these filters inside what it has so far, the first one outermost. */
  public Plugin with(Filter... filters) {
    Filter all = outer.then(own);
    for (Filter filter : Check.all("with", "filter", filters)) {
      all = all.then(filter);
    }
    return new Plugin(name, onFailure, all, Filter.none());
  }

  /** Answers requests with this status when the plugin's own code fails on them. The default, with 503. */
  public Plugin failClosed(int status) {
    return new Plugin(name, new FailurePolicy.Closed(status), outer, own);
  }

  /** Lets streams pass when the plugin's own code fails on them. */
  public Plugin failOpen() {
    return new Plugin(name, new FailurePolicy.Open(), outer, own);
  }

  public String name() {
    return name;
  }

  public FailurePolicy onFailure() {
    return onFailure;
  }

  /** The whole pipeline. */
  public Filter filter() {
    return outer.then(own);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Plugin that
        && name.equals(that.name)
        && onFailure.equals(that.onFailure)
        && filter().equals(that.filter());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + filter().hashCode();
  }

  @Override
  public String toString() {
    return "Plugin[" + name + ", " + onFailure + ", " + filter() + "]";
  }
}
