package dev.sluice.examples.requireuser;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Refuses requests that do not say who the user is. */
public final class RequireUser implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("require-user").request(
        when(header("x-user-id").missing()).respond(403, "Forbidden"));
  }
}
