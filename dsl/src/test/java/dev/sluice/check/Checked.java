package dev.sluice.check;

import dev.sluice.dsl.Plugin;
import dev.sluice.step.Step;
import java.util.List;

/** What is found in plugins, in lines. */
final class Checked {
  private Checked() {}

  static List<String> plugin(Plugin plugin) {
    return PluginCheck.of(plugin).map(Finding::text).asJava();
  }

  static List<String> request(Step... steps) {
    return plugin(dev.sluice.dsl.Sluice.plugin("p").request(steps));
  }

  static List<String> response(Step... steps) {
    return plugin(dev.sluice.dsl.Sluice.plugin("p").response(steps));
  }
}
