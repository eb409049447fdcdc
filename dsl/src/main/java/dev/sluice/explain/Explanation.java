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

/**
 * A plugin explained: its steps, the callbacks that its module exports, and what its ways through cost.
 *
 * @param exports callbacks, in the order of {@link Callback}
 * @param request ways of a request, none where no filter looks at requests
 * @param response ways of a response that passes all filters, none where no filter looks at responses
 */
public record Explanation(Plugin plugin, List<Callback> exports, Option<Ways> request, Option<Ways> response) {

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
    return new Explanation(
        defined,
        exports(plan, settings.wereRead()),
        Option.of(plan.request()).map(program -> Ways.through(program, 0)),
        Option.of(plan.response())
            .map(response -> Ways.through(response, response.entry(plan.layers()))));
  }

  /** The callbacks that the compiler finds to be needed, see {@link dev.sluice.abi.Needs}. */
  private static List<Callback> exports(PipelinePlan plan, boolean readsSettings) {
    boolean in = plan.request() != null;
    boolean out = plan.response() != null;
    List<Callback> exports = List.of(Callback.CONFIGURE);
    exports = readsSettings ? exports.append(Callback.CONTEXT_CREATE) : exports;
    exports = in ? exports.append(Callback.REQUEST_HEADERS) : exports;
    exports = out ? exports.append(Callback.RESPONSE_HEADERS) : exports;
    return readsSettings || in && out ? exports.append(Callback.DELETE) : exports;
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
}
