package dev.sluice.explain;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.Check;
import io.vavr.collection.Vector;

/**
 * What a plugin says to a configuration, without a proxy: its own {@code define}, as its engine calls it.
 *
 * @param errors all that is wrong; empty where the configuration would be accepted
 * @param warnings what works but should be written otherwise
 */
public record ConfigurationCheck(Vector<SettingsError> errors, Vector<SettingsError> warnings) {

  /** Checks one configuration. */
  public static ConfigurationCheck of(SluicePlugin plugin, Bytes configuration) {
    Check.given("check", "the plugin", plugin);
    Check.given("check", "the configuration", configuration);
    Warnings warnings = new Warnings();
    return new ConfigurationCheck(
        errors(plugin, Settings.from(() -> configuration, warning -> warnings.add(warning))), warnings.all);
  }

  private static Vector<SettingsError> errors(SluicePlugin plugin, Settings settings) {
    try {
      Plugin defined = plugin.define(settings);
      if (defined == null) {
        throw new IllegalStateException("define returned null; return plugin(..) with what it does");
      }
      defined.filter().plan();
      return Vector.empty();
    } catch (SettingsRejected rejected) {
      return Vector.ofAll(rejected.errors());
    } catch (RuntimeException e) {
      return Vector.of(new SettingsError("", e.toString()));
    }
  }

  private static final class Warnings {
    private Vector<SettingsError> all = Vector.empty();

    void add(SettingsError warning) {
      all = all.append(warning);
    }
  }
}
