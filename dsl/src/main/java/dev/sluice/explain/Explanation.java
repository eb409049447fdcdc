package dev.sluice.explain;

import dev.sluice.abi.Callback;
import dev.sluice.dsl.FailurePolicy;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.Check;
import dev.sluice.plan.PipelinePlan;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plugin explained: its steps, the callbacks that its module exports, where streams may be held, and what its ways
 * through cost.
 *
 * @param readsSettings whether it has looked at its settings
 * @param exports callbacks, in the order of {@link Callback}
 * @param parts what there is of it: request, response and log, then the others in the order in which they were given
 * @param holds where it may wait
 */
public record Explanation(
    Plugin plugin, boolean readsSettings, List<Callback> exports, List<ExplainedPart> parts, List<Hold> holds) {

  /** Explains the plugin with its sample settings. */
  public static Explanation of(SluicePlugin plugin) {
    return of(plugin, Check.given("explain", "the plugin", plugin).sampleSettings());
  }

  /** Explains the plugin with these settings. Whatever {@code define} throws is thrown. */
  public static Explanation of(SluicePlugin plugin, Settings settings) {
    Plugin defined = plugin.define(settings);
    if (defined == null) {
      throw new IllegalStateException("define returned null; return plugin(..) with what it does");
    }
    PipelinePlan plan = defined.plan();
    Set<String> asked = new TreeSet<>();
    List<ExplainedPart> parts = PartList.of(defined, plan, asked);
    List<Hold> holds = parts.flatMap(part -> part.rings()
        .zipWithIndex()
        .flatMap(ring -> Hold.of(part.path(ring._2), ring._1)));
    return new Explanation(
        defined, settings.wereRead(), Exports.of(defined, plan, asked, settings.wereRead()), parts, holds);
  }

  /** The part of this name, none where the plugin does not have it. */
  public Option<ExplainedPart> part(String name) {
    return parts.find(part -> part.name().equals(name));
  }

  /** Ways of a request, none where no filter looks at requests. */
  public Option<Ways> request() {
    return part("request").map(ExplainedPart::ways);
  }

  /** Ways of a response that passes all filters, none where no filter looks at responses. */
  public Option<Ways> response() {
    return part("response").map(ExplainedPart::ways);
  }

  /** What the plugin answers when its own code fails, in words. */
  public String failurePolicy() {
    return switch (plugin.onFailure()) {
      case FailurePolicy.Closed closed -> "answers " + closed.status();
      case FailurePolicy.Open open -> "lets the stream through";
    };
  }

  /** All of it as text for people. */
  public String text() {
    return new ExplanationText(this).toString();
  }

  /** All of it as JSON (docs/checks.md). */
  public String json() {
    return new ExplanationJson(this).toString();
  }

  /** Its steps as a Mermaid flowchart. */
  public String mermaid() {
    return new ExplanationChart(this).toString();
  }
}
