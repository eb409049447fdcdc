package dev.sluice.examples.vmpluginconfiguration;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;

class VmPluginConfigurationTest {
  @EveryPlace
  @UsePlugin(value = VmPluginConfiguration.class, vmSettings = "{\"vm\": \"ż\"}", settings = "blue")
  void bothAreTold(PluginUnderTest plugin) {
    assertEquals("vm: {\"vm\": \"ż\"}\nplugin: blue\n", plugin.send(get("/configuration")).text());
  }

  @EveryPlace
  @UsePlugin(VmPluginConfiguration.class)
  void bothMayBeEmpty(PluginUnderTest plugin) {
    assertEquals("vm: \nplugin: \n", plugin.send(get("/configuration")).text());
  }
}
