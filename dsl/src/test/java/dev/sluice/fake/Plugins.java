package dev.sluice.fake;

import static dev.sluice.dsl.Sluice.log;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.step;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.step.Step;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;

/** Runs plugins on a {@link FakeHost}. */
public final class Plugins {
  /** Context of the plugin. */
  public static final int ROOT = 1;

  /** Context of the stream. */
  public static final int STREAM = 2;

  private Plugins() {}

  /** A configured plugin. */
  public static PluginCallbacks configured(Plugin plugin, FakeHost host) {
    PluginCallbacks callbacks = PluginCallbacks.of(settings -> plugin, host);
    if (!callbacks.onConfigure(ROOT, 0)) {
      throw new AssertionError("refused: " + host.lines());
    }
    host.calls().clear();
    return callbacks;
  }

  /** Runs the steps on the host's request. */
  public static HeadersStatus request(FakeHost host, Step... steps) {
    return configured(plugin("test").request(steps), host).onRequestHeaders(STREAM, 0, true);
  }

  /** Runs the steps on the host's response. */
  public static HeadersStatus response(FakeHost host, Step... steps) {
    PluginCallbacks callbacks = configured(plugin("test").response(steps), host);
    callbacks.onRequestHeaders(STREAM, 0, true);
    host.calls().clear();
    return callbacks.onResponseHeaders(STREAM, 0, true);
  }

  /** Runs the filter on the host's request and, where nobody resets the stream, on its response. */
  public static void exchange(FakeHost host, Filter filter) {
    PluginCallbacks callbacks = configured(plugin("test").with(filter), host);
    callbacks.onRequestHeaders(STREAM, 0, true);
    callbacks.onResponseHeaders(STREAM, 0, true);
    callbacks.onDelete(STREAM);
  }

  /** Whether the condition holds for the host's request. */
  public static boolean holds(FakeHost host, Condition condition) {
    return decides(host, condition, true);
  }

  /** Whether the condition holds for the host's response. */
  public static boolean holdsInResponse(FakeHost host, Condition condition) {
    return decides(host, condition, false);
  }

  /** The value as the host's request has it, none where it is absent. */
  public static Option<String> read(FakeHost host, TextValue value) {
    request(host, told(value));
    return lastTold(host);
  }

  /** The value as the host's response has it, none where it is absent. */
  public static Option<String> readInResponse(FakeHost host, TextValue value) {
    response(host, told(value));
    return lastTold(host);
  }

  private static Step told(TextValue value) {
    return when(value.absent()).log(LogLevel.INFO, "absent").otherwise(log(LogLevel.INFO, value.prepend("=")));
  }

  private static Option<String> lastTold(FakeHost host) {
    if (host.lines().isEmpty() || host.answered() != 0) {
      throw new AssertionError("answered " + host.answered() + ", log " + host.lines());
    }
    String line = host.lines().get(host.lines().size() - 1);
    if (!line.startsWith("INFO ")) {
      throw new AssertionError(line);
    }
    return line.equals("INFO absent") ? Option.none() : Option.some(line.substring("INFO =".length()));
  }

  private static boolean decides(FakeHost host, Condition condition, boolean in) {
    boolean[] asked = new boolean[2];
    Step question = when(condition)
        .then(step("yes", exchange -> asked[0] = true))
        .otherwise(step("no", exchange -> asked[1] = true));
    HeadersStatus answer = in ? request(host, question) : response(host, question);
    if (answer != HeadersStatus.CONTINUE || asked[0] == asked[1]) {
      throw new AssertionError(answer + ", yes " + asked[0] + ", no " + asked[1] + ", log " + host.lines());
    }
    return asked[0];
  }
}
