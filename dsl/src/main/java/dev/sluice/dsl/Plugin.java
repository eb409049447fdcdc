package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.step.Step;
import java.time.Duration;
import java.util.List;

/**
 * A named pipeline with a failure policy; immutable. Steps given to {@link #request} and {@link #response} belong to
 * one filter of the plugin's own, until {@link #with} puts another filter behind it.
 */
public final class Plugin {
  private static final int FAILED_STATUS = 503;

  private final String name;
  private final FailurePolicy onFailure;
  private final List<PluginPart> parts;
  private final Filter outer;
  private final Filter own;

  private Plugin(String name, FailurePolicy onFailure, List<PluginPart> parts, Filter outer, Filter own) {
    this.name = name;
    this.onFailure = onFailure;
    this.parts = parts;
    this.outer = outer;
    this.own = own;
  }

  static Plugin named(String name) {
    Check.given("plugin", "the name", name);
    if (name.isBlank()) {
      throw new IllegalArgumentException("plugin: the name is blank; give one that tells the plugin apart in logs");
    }
    return new Plugin(name, new FailurePolicy.Closed(FAILED_STATUS), Lists.none(), Filter.none(), Filter.none());
  }

  /** This plugin with these steps behind those that requests run through so far. */
  public Plugin request(Step... steps) {
    return new Plugin(name, onFailure, parts, outer, own.request(steps));
  }

  /** This plugin with these steps behind those of the same filter that responses run through so far. */
  public Plugin response(Step... steps) {
    return new Plugin(name, onFailure, parts, outer, own.response(steps));
  }

  /** This plugin with these steps behind those of the same filter that run when a stream is over. */
  public Plugin log(Step... steps) {
    return new Plugin(name, onFailure, parts, outer, own.log(steps));
  }

  /**
   * This plugin with these steps when a configuration has been accepted: in each worker's VM, and once in that of the
   * main thread.
   */
  public Plugin onStart(Step... steps) {
    return with(new PluginPart.Start(Check.all("onStart", "step", steps)));
  }

  /**
   * This plugin with these steps again and again (1 ms to 1 h), in each worker's VM and in that of the main thread; in one of
   * them alone with {@link dev.sluice.step.OnOneWorker}.
   */
  public Plugin every(Duration period, Step... steps) {
    return with(new PluginPart.Every(Check.millis("every", period), Check.all("every", "step", steps)));
  }

  /** This plugin with these steps for each message of a queue, which the plugin makes where there is none. */
  public Plugin onQueue(String queue, Step... steps) {
    return with(new PluginPart.Queue(queue, Check.all("onQueue", "step", steps)));
  }

  /** This plugin with these steps when the host calls it by itself ({@code proxy_on_foreign_function}). */
  public Plugin onForeignCall(Step... steps) {
    return with(new PluginPart.ForeignCall(Check.all("onForeignCall", "step", steps)));
  }

  /** This plugin with these steps when it ends with its configuration; it ends once they have. */
  public Plugin onShutdown(Step... steps) {
    return with(new PluginPart.Shutdown(Check.all("onShutdown", "step", steps)));
  }

  /** This plugin with these steps when a client has connected (TCP). Data waits for as long as they do. */
  public Plugin onConnect(Step... steps) {
    return with(new PluginPart.Connect(Check.all("onConnect", "step", steps)));
  }

  /** This plugin with these steps whenever data of a client has come (TCP). */
  public Plugin downstream(Step... steps) {
    return with(new PluginPart.Downstream(Check.all("downstream", "step", steps)));
  }

  /** This plugin with these steps whenever data of an upstream has come (TCP). */
  public Plugin upstream(Step... steps) {
    return with(new PluginPart.Upstream(Check.all("upstream", "step", steps)));
  }

  /** This plugin with these steps when the client's connection is closed, by whichever side (TCP). */
  public Plugin onClose(Step... steps) {
    return with(new PluginPart.Close(Check.all("onClose", "step", steps)));
  }

  /**
   * This plugin with these steps for each HTTP/2 METADATA frame of a request ({@code proxy_on_request_metadata}). The ABI shows
   * neither its entries nor the message then, and no proxy waits: {@code path()} and the like are what the client sent, and
   * variables what the request part has bound.
   */
  public Plugin onRequestMetadata(Step... steps) {
    return with(new PluginPart.RequestMetadata(Check.all("onRequestMetadata", "step", steps)));
  }

  /** Like {@link #onRequestMetadata}, for each frame of a response ({@code proxy_on_response_metadata}). */
  public Plugin onResponseMetadata(Step... steps) {
    return with(new PluginPart.ResponseMetadata(Check.all("onResponseMetadata", "step", steps)));
  }

  /**
   * This plugin with these steps when a stream or connection is done ({@code proxy_on_done}): once for each, before or after
   * its log as the proxy pleases. Of the messages only what was bound is left; headers are read in {@link #log}.
   */
  public Plugin onDone(Step... steps) {
    return with(new PluginPart.Done(Check.all("onDone", "step", steps)));
  }

  private Plugin with(PluginPart part) {
    for (PluginPart other : parts) {
      if (other.describe().equals(part.describe()) && !(part instanceof PluginPart.Every)) {
        throw new IllegalArgumentException(
            "the plugin has a part for " + part.describe() + " already; give all its steps at once");
      }
    }
    return new Plugin(name, onFailure, Lists.append(parts, part), outer, own);
  }

  /** The parts that belong to no message of an HTTP stream. */
  public List<PluginPart> parts() {
    return parts;
  }

  /** The plugin as programs. Refuses with an {@link IllegalArgumentException} what cannot work where it stands. */
  public PipelinePlan plan() {
    PipelinePlan.Builder builder = filter().planner();
    for (PluginPart part : parts) {
      part.plan(builder);
    }
    return builder.build();
  }

  /** This plugin with these filters inside what it has so far, the first one outermost. */
  public Plugin with(Filter... filters) {
    Filter all = outer.then(own);
    for (Filter filter : Check.all("with", "filter", filters)) {
      all = all.then(filter);
    }
    return new Plugin(name, onFailure, parts, all, Filter.none());
  }

  /** Answers requests with this status when the plugin's own code fails on them. The default, with 503. */
  public Plugin failClosed(int status) {
    return new Plugin(name, new FailurePolicy.Closed(status), parts, outer, own);
  }

  /** Lets streams pass when the plugin's own code fails on them. */
  public Plugin failOpen() {
    return new Plugin(name, new FailurePolicy.Open(), parts, outer, own);
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
        && parts.equals(that.parts)
        && filter().equals(that.filter());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + filter().hashCode();
  }

  @Override
  public String toString() {
    return "Plugin[" + name + ", " + onFailure + ", " + filter() + ", " + parts + "]";
  }
}
