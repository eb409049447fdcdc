package dev.sluice.examples.postponerequests;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;
import java.time.Duration;

/** Holds each request for a while before it goes on. */
public final class PostponeRequests implements SluicePlugin {
  private static final Decoder<Duration> FOR =
      object(field("for", duration().between(Duration.ofMillis(1), Duration.ofSeconds(10)))).as(time -> time);

  @Override
  public Plugin define(Settings settings) {
    return plugin("postpone-requests").request(
        bind("came", now().epochMillis().asText()),
        delay(settings.decode(FOR)),
        setHeader("x-postponed-ms", now().epochMillis().minus(ref("came").asLong()).asText()));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"for\": \"1s\"}");
  }
}
