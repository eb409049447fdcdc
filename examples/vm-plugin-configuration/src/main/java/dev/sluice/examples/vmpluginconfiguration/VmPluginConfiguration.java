package dev.sluice.examples.vmpluginconfiguration;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.value.TextValue;

/** Tells the configuration of its VM and its own. */
public final class VmPluginConfiguration implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    TextValue both = text("vm: " + settings.vm().utf8() + "\nplugin: " + settings.text() + "\n");
    return plugin("vm-plugin-configuration")
        .onStart(log(LogLevel.INFO, both))
        .request(when(path().is("/configuration")).respond(200, both));
  }
}
