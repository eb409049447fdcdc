package dev.sluice.examples.singleuser;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Refuses requests that do not say who the user is, and those that say it twice. */
public final class SingleUser implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("single-user").request(
        when(header("x-user-id").single().missing()).respond(403, "Forbidden"));
  }
}
