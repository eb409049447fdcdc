package dev.sluice.examples.httprouting;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;

/** Sends a share of the requests to the canary, by its authority. */
public final class HttpRouting implements SluicePlugin {

  record Canary(int percent, String authority) {
    static final Decoder<Canary> DECODER = object(
        field("percent", integer().between(0, 100).asInt()).describedAs("how many requests of a hundred it gets"),
        field("authority", text().notBlank()).describedAs("the host that the canary's route is for"))
        .as(Canary::new);
  }

  @Override
  public Plugin define(Settings settings) {
    Canary canary = settings.decode(Canary.DECODER);
    return plugin("http-routing").request(
        when(randomNumber(100).lessThan(canary.percent())).then(
            setAuthority(canary.authority()),
            reroute().onFailure(log(LogLevel.WARN, "the proxy keeps the old route"))));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"percent\": 10, \"authority\": \"canary.example\"}");
  }
}
