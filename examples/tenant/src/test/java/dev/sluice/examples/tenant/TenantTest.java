package dev.sluice.examples.tenant;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.property.RequestWords.forAllRequests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class TenantTest {
  private static final Vector<String> BLUE = Vector.of("blue-7");

  private final Tenant tenant = new Tenant();

  @EveryPlace
  @UsePlugin(value = Tenant.class, settings = "blue-7")
  void marksExchangesWithItsTenant(PluginUnderTest plugin) {
    assertMarked("blue-7", plugin);
  }

  @EveryPlace
  @UsePlugin(value = Tenant.class, settings = "red")
  void otherSettingsMarkThemOtherwise(PluginUnderTest plugin) {
    assertMarked("red", plugin);
  }

  @EveryPlace
  @UsePlugin(value = Tenant.class, settings = "blue-7")
  void everyExchangeHasOneTenant(PluginUnderTest plugin) {
    forAllRequests().answeredByAnything()
        .expect(plugin, exchange -> exchange.headers().all("x-tenant").equals(BLUE)
            && exchange.upstreamSaw().get().headers().all("x-tenant").equals(BLUE));
  }

  /** Also where client and upstream claim another tenant. */
  private static void assertMarked(String tenant, PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").header("x-tenant", "leaked"));
    Exchange exchange = plugin.send(get("/").header("x-tenant", "forged").header("x-tenant", "twice"));
    assertEquals(Vector.of(tenant), exchange.upstreamSaw().get().headers().all("x-tenant"));
    assertEquals(Vector.of(tenant), exchange.headers().all("x-tenant"));
  }

  @Test
  void everythingWrongWithANameIsSaidAtOnce() {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> tenant.define(Settings.of("Ä".repeat(30))));
    assertEquals(2, rejected.errors().size());
    assertThrows(SettingsRejected.class, () -> tenant.define(Settings.none()));
    assertThrows(SettingsRejected.class, () -> tenant.define(Settings.of("a\r\nx-admin: 1")));
  }

  @Test
  void theSampleIsAccepted() {
    assertEquals("tenant", tenant.define(tenant.sampleSettings()).name());
  }
}
