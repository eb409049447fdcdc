package dev.sluice.examples.properties;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Step;
import dev.sluice.value.TextValue;

/** Asks for the header that the metadata of the route names, and tells the upstream what the proxy knows. */
public final class Properties implements SluicePlugin {
  private static final TextValue AUTH = routeMetadata("sluice.example", "auth");

  @Override
  public Plugin define(Settings settings) {
    return plugin("properties").request(
        choose(
            when(AUTH.is("cookie")).then(needs("cookie")),
            when(AUTH.is("authorization")).then(needs("authorization"))),
        setHeader("x-peer", clientAddress()),
        setHeader("x-protocol", property("request", "protocol")),
        setHeader("x-plugin", pluginName()));
  }

  private static Step needs(String header) {
    return when(header(header).missing()).respond(401, "this route needs the header " + header + "\n");
  }
}
