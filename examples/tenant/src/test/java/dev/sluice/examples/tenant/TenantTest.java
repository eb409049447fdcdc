package dev.sluice.examples.tenant;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import org.junit.jupiter.api.Test;

class TenantTest {
  private final Tenant tenant = new Tenant();

  @Test
  void theConfigurationIsTheName() {
    assertEquals(
        plugin("tenant").request(setHeader("x-tenant", "blue-7")).response(setHeader("x-tenant", "blue-7")),
        tenant.define(Settings.of("blue-7")));
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
