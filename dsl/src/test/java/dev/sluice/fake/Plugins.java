package dev.sluice.fake;

import static dev.sluice.dsl.Sluice.log;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.step;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
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

  /** Runs the steps on the host's request with this body; none for null. Returns the last answer to the host. */
  public static DataStatus requestBody(FakeHost host, String body, Step... steps) {
    PluginCallbacks callbacks = holding(plugin("test").request(steps), host);
    HeadersStatus headers = callbacks.onRequestHeaders(STREAM, 0, body == null);
    if (body == null) {
      return headers == HeadersStatus.CONTINUE ? DataStatus.CONTINUE : DataStatus.STOP_ITERATION_AND_BUFFER;
    }
    host.body(Bytes.utf8(body));
    return callbacks.onRequestBody(STREAM, host.body().length(), true);
  }

  /** Runs the steps on the host's response with this body; none for null. Returns the last answer to the host. */
  public static DataStatus responseBody(FakeHost host, String body, Step... steps) {
    PluginCallbacks callbacks = holding(plugin("test").response(steps), host);
    callbacks.onRequestHeaders(STREAM, 0, true);
    HeadersStatus headers = callbacks.onResponseHeaders(STREAM, 0, body == null);
    if (body == null) {
      return headers == HeadersStatus.CONTINUE ? DataStatus.CONTINUE : DataStatus.STOP_ITERATION_AND_BUFFER;
    }
    host.body(Bytes.utf8(body));
    return callbacks.onResponseBody(STREAM, host.body().length(), true);
  }

  /** A plugin on a proxy that lets bodies come while headers are held. */
  private static PluginCallbacks holding(Plugin plugin, FakeHost host) {
    String promise = "{\"sluice\": {\"allow_on_headers_stop_iteration\": true}}";
    PluginCallbacks callbacks = PluginCallbacks.of(settings -> plugin, host.configuration(promise));
    callbacks.onContextCreate(ROOT, 0);
    if (!callbacks.onConfigure(ROOT, promise.length())) {
      throw new AssertionError("refused: " + host.lines());
    }
    callbacks.onContextCreate(STREAM, ROOT);
    host.calls().clear();
    return callbacks;
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
