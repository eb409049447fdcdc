package dev.sluice.testkit;

import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.dsl.Plugins;
import dev.sluice.dsl.SluicePlugin;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A plugin's settings as its proxy hands them over.
 *
 * @param headersStop whether the proxy lets bodies come while headers are held
 */
record Promised(String settings, boolean headersStop) {
  static Promised of(UsePlugin use) {
    boolean needed = SluicePlugin.class.isAssignableFrom(use.value()) && needsHeadersStop(use);
    return new Promised(
        needed ? ProxyPromises.withHeadersStop(use.settings()) : use.settings(), needed || use.stopsHeaders());
  }

  private static boolean needsHeadersStop(UsePlugin use) {
    try {
      SluicePlugin plugin = (SluicePlugin) ReflectionSupport.newInstance(use.value());
      return ProxyPromises.needsHeadersStop(Plugins.meant(plugin, Setup.name(use)), use.settings());
    } catch (RuntimeException e) {
      // Settings that the plugin refuses: the test is about how it does, in its proxy.
      return false;
    }
  }
}
