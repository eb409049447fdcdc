package dev.sluice.check;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.PluginPart;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.Check;
import dev.sluice.step.Step;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.util.ArrayList;

/**
 * Finds what is wrong with a plugin, or likely to be, in its steps alone: all that is found is so, whatever streams come;
 * not all that is wrong is found.
 */
public final class PluginCheck {
  private static final int SHORTEST_INTERVAL = 10;
  /** Pipelines may be deeper than the usual stack of a thread. */
  private static final long STACK = 1L << 29;

  private final Findings findings = new Findings();
  private final VariableRules variables = new VariableRules(findings);
  private final HeaderRules headers = new HeaderRules(findings);
  private final BodyRules bodies = new BodyRules(findings);
  private final SecretRules secrets = new SecretRules(findings);
  private final AttributeRules attributes = new AttributeRules(findings);
  private final MetricRules metrics = new MetricRules(findings);
  private Set<String> seen = HashSet.empty();

  private PluginCheck() {}

  /** Checks a plugin with its sample settings. */
  public static List<Finding> of(SluicePlugin plugin) {
    return of(plugin, Check.given("check", "the plugin", plugin).sampleSettings());
  }

  /** Checks a plugin with these settings. Whatever {@code define} throws is thrown. */
  public static List<Finding> of(SluicePlugin plugin, Settings settings) {
    Plugin defined = plugin.define(settings);
    if (defined == null) {
      throw new IllegalStateException("define returned null; return plugin(..) with what it does");
    }
    return of(defined);
  }

  /** Checks a plugin as it is. */
  public static List<Finding> of(Plugin plugin) {
    PluginCheck check = new PluginCheck();
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, () -> check.run(plugin), "check", STACK);
    thread.setUncaughtExceptionHandler((at, thrown) -> failure[0] = thrown);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure[0] != null) {
      throw new IllegalStateException("the check fails", failure[0]);
    }
    return List.ofAll(check.findings.all());
  }

  private void run(Plugin plugin) {
    streams(plugin);
    Set<String> connected = HashSet.empty();
    for (PluginPart part : plugin.parts()) {
      State from = new State(true, State.START.known(), connected, seen);
      State after = through(part.describe(), part.steps(), from);
      connected = part instanceof PluginPart.Connect ? after.sure() : connected;
      if (part instanceof PluginPart.Every every && every.millis() < SHORTEST_INTERVAL) {
        findings.add(FindingKind.FAST_INTERVAL, StepPath.of(part.describe()),
            "ticks come a millisecond apart at the closest, to each worker, and late where it is busy",
            "give 10 ms or more");
      }
    }
    variables.end();
    headers.end();
    refusal(plugin);
  }

  /** In the order in which the planner goes: requests inwards, responses and logs outwards. */
  private void streams(Plugin plugin) {
    java.util.List<java.util.List<Step>> requests = plugin.filter().requestParts();
    int layers = requests.size();
    java.util.List<Set<String>> sure = new ArrayList<>();
    State request = State.START;
    for (int i = 0; i < layers; i++) {
      request = through(name("request", i, layers), requests.get(i), request);
      sure.add(request.sure());
    }
    for (int i = layers - 1; i >= 0; i--) {
      State from = new State(true, State.START.known(), sure.get(i), seen);
      through(name("response", i, layers), plugin.filter().responseParts().get(i), from);
    }
    for (int i = layers - 1; i >= 0; i--) {
      State from = new State(true, State.START.known(), HashSet.empty(), seen);
      through(name("log", i, layers), plugin.filter().logParts().get(i), from);
    }
  }

  private static String name(String part, int layer, int layers) {
    return layers > 1 ? "filter " + (layer + 1) + "/" + part : part;
  }

  private State through(String path, java.util.List<Step> steps, State from) {
    String part = path.substring(path.lastIndexOf('/') + 1);
    State after = new Walk(part, findings, this::at).through(steps, StepPath.of(path), from);
    seen = seen.union(after.seen());
    return after;
  }

  private void at(Site site, State state) {
    variables.at(site, state);
    headers.at(site);
    bodies.at(site);
    secrets.at(site);
    attributes.at(site);
    metrics.at(site);
  }

  /** What the planner refuses, where none of the findings says it better. */
  private void refusal(Plugin plugin) {
    try {
      plugin.plan();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int colon = message.indexOf(": ");
      String path = colon < 0 ? plugin.name() : message.substring(0, colon);
      String reason = message.substring(colon + 2);
      boolean said = findings.all()
          .stream()
          .anyMatch(finding -> finding.severity() == Severity.ERROR
              && finding.path().equals(path));
      if (!said) {
        findings.add(FindingKind.REFUSED, StepPath.of(path), reason, "put it where it can work");
      }
    }
  }
}
