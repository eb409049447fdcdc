package dev.sluice.engine;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.fake.FakeHost;
import io.vavr.collection.List;
import io.vavr.control.Validation;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final SluicePlugin BY_SETTINGS =
      settings -> plugin("p").request(setHeader("x-config", settings.text()));

  private static boolean configure(PluginCallbacks callbacks, FakeHost host, int root, String text) {
    host.configuration(text);
    return callbacks.onConfigure(root, text.length());
  }

  @Test
  void aPluginThatReadsNoSettingsCostsNoHostcall() {
    FakeHost host = FakeHost.get("/").configuration("{}");
    assertTrue(PluginCallbacks.of(settings -> plugin("p"), host).onConfigure(1, 2));
    assertEquals(java.util.List.of(), host.calls());
  }

  @Test
  void settingsAreReadOnce() {
    FakeHost host = FakeHost.get("/").configuration("abc");
    PluginCallbacks callbacks = PluginCallbacks.of(
        settings -> plugin(settings.text()).request(setHeader("x-a", settings.text())), host);
    assertTrue(callbacks.onConfigure(1, 3));
    assertEquals(java.util.List.of("proxy_get_buffer_bytes PLUGIN_CONFIGURATION"), host.calls());
    callbacks.onRequestHeaders(2, 0, true);
    assertEquals(java.util.List.of("abc"), host.requestHeader("x-a"));
  }

  @Test
  void twoConfigurationsInOneVmAreToldApart() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = PluginCallbacks.of(BY_SETTINGS, host);
    callbacks.onContextCreate(1, 0);
    callbacks.onContextCreate(2, 0);
    assertTrue(configure(callbacks, host, 1, "one"));
    assertTrue(configure(callbacks, host, 2, "two"));
    callbacks.onContextCreate(3, 1);
    callbacks.onContextCreate(4, 2);
    callbacks.onRequestHeaders(3, 0, true);
    assertEquals(java.util.List.of("one"), host.requestHeader("x-config"));
    callbacks.onRequestHeaders(4, 0, true);
    assertEquals(java.util.List.of("two"), host.requestHeader("x-config"));
  }

  @Test
  void aStreamKeepsTheConfigurationThatItBeganWith() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = PluginCallbacks.of(
        settings -> plugin("p").request(addHeader("x-in", settings.text()))
            .response(addHeader("x-out", settings.text())),
        host);
    callbacks.onContextCreate(1, 0);
    assertTrue(configure(callbacks, host, 1, "old"));
    callbacks.onContextCreate(2, 1);
    callbacks.onRequestHeaders(2, 0, true);
    assertTrue(configure(callbacks, host, 1, "new"));
    callbacks.onContextCreate(3, 1);
    callbacks.onRequestHeaders(3, 0, true);
    callbacks.onResponseHeaders(3, 0, true);
    callbacks.onResponseHeaders(2, 0, true);
    assertEquals(java.util.List.of("old", "new"), host.requestHeader("x-in"));
    assertEquals(java.util.List.of("new", "old"), host.responseHeader("x-out"));
  }

  @Test
  void withoutContextCreationAStreamKeepsTheConfigurationOfItsRequest() {
    FakeHost host = FakeHost.get("/");
    String[] version = {"old"};
    PluginCallbacks callbacks = PluginCallbacks.of(
        settings -> plugin("p").request(addHeader("x-in", version[0])).response(addHeader("x-out", version[0])), host);
    assertTrue(callbacks.onConfigure(1, 0));
    callbacks.onRequestHeaders(2, 0, true);
    version[0] = "new";
    assertTrue(callbacks.onConfigure(1, 0));
    callbacks.onResponseHeaders(2, 0, true);
    assertEquals(java.util.List.of("old"), host.responseHeader("x-out"));
  }

  @Test
  void aRefusedConfigurationLeavesTheOldOneInForce() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = PluginCallbacks.of(
        settings -> plugin("p").request(respond(Integer.parseInt(settings.text()))), host);
    callbacks.onContextCreate(1, 0);
    assertTrue(configure(callbacks, host, 1, "201"));
    assertFalse(configure(callbacks, host, 1, "abc"));
    assertFalse(configure(callbacks, host, 1, "999"));
    callbacks.onContextCreate(2, 1);
    callbacks.onRequestHeaders(2, 0, true);
    assertEquals(201, host.answered());
    assertEquals(2, host.lines().size());
    assertTrue(host.lines().get(0).contains("configuration refused: java.lang.NumberFormatException"));
    assertTrue(host.lines().get(1).contains("999 is no status of a reply; give one between 200 and 599"));
  }

  @Test
  void everyErrorOfTheSettingsIsLoggedWithItsPointer() {
    FakeHost host = FakeHost.get("/");
    SluicePlugin plugin = settings -> plugin(settings.decode(raw -> Validation.invalid(
        List.of(new SettingsError("/a/0", "is no number"), new SettingsError("/b", "is missing\nx")))));
    assertFalse(configure(PluginCallbacks.of(plugin, host), host, 1, "{}"));
    assertEquals(2, host.lines().size());
    assertTrue(host.lines().get(0).endsWith(": configuration refused: /a/0: is no number"));
    assertTrue(host.lines().get(1).endsWith(": configuration refused: /b: is missing\\x0ax"));
  }

  @Test
  void defineThatFailsIsARefusalWithTheReason() {
    FakeHost host = FakeHost.get("/");
    assertFalse(PluginCallbacks.of(settings -> null, host).onConfigure(1, 0));
    assertFalse(PluginCallbacks.of(settings -> {
      throw new StackOverflowError("deep");
    }, host).onConfigure(1, 0));
    assertTrue(host.lines().get(0).contains("define returned null; return plugin(..)"), host.lines().get(0));
    assertTrue(host.lines().get(1).contains("java.lang.StackOverflowError: deep"), host.lines().get(1));
  }

  @Test
  void aConfigurationThatTheHostDoesNotHandOverIsARefusal() {
    FakeHost host = FakeHost.get("/").refuse("proxy_get_buffer_bytes", Status.INTERNAL_FAILURE);
    assertFalse(configure(PluginCallbacks.of(BY_SETTINGS, host), host, 1, "abc"));
    assertTrue(host.lines().get(0).contains("INTERNAL_FAILURE"));
  }

  @Test
  void requestsOfAPluginWithoutConfigurationAreRefused() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = PluginCallbacks.of(BY_SETTINGS, host);
    callbacks.onContextCreate(1, 0);
    callbacks.onContextCreate(2, 0);
    assertTrue(configure(callbacks, host, 1, "one"));
    callbacks.onContextCreate(3, 2);
    assertEquals(HeadersStatus.STOP_ITERATION, callbacks.onRequestHeaders(3, 0, true));
    assertEquals(503, host.answered());
    assertEquals(HeadersStatus.CONTINUE, callbacks.onResponseHeaders(3, 0, true));
    assertTrue(host.lines().get(0).contains("no configuration was accepted"));
  }
}
