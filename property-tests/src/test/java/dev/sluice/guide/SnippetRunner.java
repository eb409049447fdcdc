package dev.sluice.guide;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluiceModule;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.step.CallRequest;
import dev.sluice.step.Step;
import dev.sluice.step.WhenClause;
import dev.sluice.stream.Transform;
import dev.sluice.value.Condition;
import dev.sluice.value.ListValue;
import dev.sluice.value.NumberValue;
import dev.sluice.value.Quantified;
import dev.sluice.value.TextValue;
import io.vavr.collection.Vector;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a plugin of what an example shows, in the first part where it may stand, and sends a request through it. */
final class SnippetRunner {
  private static final String PROMISES = ProxyPromises.withHeadersStop("");
  private static final Pattern REF = Pattern.compile("\\bref\\(\"([^\"]+)\"\\)");
  private static final Pattern ANSWER = Pattern.compile("\\b(answer|grpcAnswer)\\((?:\"([^\"]+)\")?\\)");

  private static final Vector<Function<Step[], Plugin>> PARTS = Vector.of(
      steps -> plugin("example").request(steps),
      steps -> plugin("example").response(steps),
      steps -> plugin("example").log(steps),
      steps -> tcp("example").onConnect(steps),
      steps -> tcp("example").downstream(steps),
      steps -> plugin("example").onQueue("jobs", steps));

  private SnippetRunner() {}

  /** Fails where what the example shows cannot be run, or the plugin's code fails on a request. */
  static void run(Snippet snippet, Vector<Object> made) {
    Vector<Step> steps = made.flatMap(one -> steps(snippet, one));
    Vector<Plugin> plugins = made.flatMap(SnippetRunner::plugins);
    if (!steps.isEmpty()) {
      plugins = plugins.append(firstThatPlans(snippet, assumed(snippet).appendAll(steps).toJavaArray(Step[]::new)));
    }
    plugins.forEach(plugin -> send(snippet, plugin));
  }

  private static Vector<Step> steps(Snippet snippet, Object one) {
    return switch (one) {
      case Step step -> Vector.of(step);
      case WhenClause clause -> Vector.of(clause.setHeader("x-example", "yes"));
      case Condition condition -> Vector.of(when(condition).setHeader("x-example", "yes"));
      case Quantified question -> Vector.of(when(question.is("x")).setHeader("x-example", "yes"));
      case TextValue text -> Vector.of(log(LogLevel.INFO, text));
      case NumberValue number -> Vector.of(log(LogLevel.INFO, number.asText()));
      case ListValue list -> Vector.of(log(LogLevel.INFO, list.join(", ")));
      case Transform transform -> Vector.of(streamRequest(transform));
      case CallRequest request -> Vector.of(call(cluster("example"), request));
      case Plugin plugin -> Vector.empty();
      case SluiceModule module -> Vector.empty();
      case Filter filter -> Vector.empty();
      default -> throw new AssertionError(snippet + " makes a " + one.getClass().getName());
    };
  }

  private static Vector<Plugin> plugins(Object one) {
    return switch (one) {
      case SluiceModule module -> Vector.of(module.plugins().meant("auth").define(Settings.none()));
      case Plugin plugin -> Vector.of(plugin);
      case Filter filter -> Vector.of(plugin("example").with(filter));
      default -> Vector.empty();
    };
  }

  /** What the example takes from steps before it: variables and answers. */
  private static Vector<Step> assumed(Snippet snippet) {
    Vector<Step> before = Vector.empty();
    Matcher ref = REF.matcher(snippet.code());
    while (ref.find()) {
      String name = ref.group(1);
      if (!snippet.code().matches("(?s).*(bind\\(|as\\(|binds\\(|updateSharedData\\([^,]+, )\"" + name + "\".*")) {
        before = before.append(bind(name, header("x-user")));
      }
    }
    Matcher answer = ANSWER.matcher(snippet.code());
    while (answer.find()) {
      boolean grpc = answer.group(1).equals("grpcAnswer");
      if (!snippet.shows(grpc ? "grpcCall|grpcStream" : "call")) {
        before = before.append(assumedCall(grpc, answer.group(2)));
      }
    }
    return before;
  }

  private static Step assumedCall(boolean grpc, String name) {
    if (grpc) {
      return name == null
          ? grpcCall(cluster("example"), "a.B/C", text(""))
          : grpcCall(cluster("example"), "a.B/C", text("")).as(name);
    }
    return name == null ? call(cluster("example"), get("/")) : call(cluster("example"), get("/")).as(name);
  }

  private static Plugin firstThatPlans(Snippet snippet, Step... steps) {
    AssertionError failure = new AssertionError(snippet + " fits into no part of a plugin");
    for (Function<Step[], Plugin> part : PARTS) {
      try {
        Plugin plugin = part.apply(steps);
        plugin.plan();
        return plugin;
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  private static void send(Snippet snippet, Plugin plugin) {
    PluginSpec spec = PluginSpec.of("example", JvmPlugin.of(host -> PluginCallbacks.of(settings -> plugin, host)))
        .withConfiguration(PROMISES)
        .withAllowOnHeadersStopIteration(true);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic(), spec)) {
      HttpOutcome outcome =
          proxy.exchange(HttpRequest.get("/users/7?page=2"), seen -> HttpResponse.of(200, "{\"a\": 1}"));
      Vector<String> failures = Vector.ofAll(outcome.log()).map(LogLine::text).filter(line -> line.contains("failed"));
      if (!failures.isEmpty()) {
        throw new AssertionError(snippet + " fails on a request: " + failures);
      }
    }
  }
}
