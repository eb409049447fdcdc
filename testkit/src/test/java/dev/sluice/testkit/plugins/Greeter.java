package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.secret;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;
import dev.sluice.value.Secret;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;

/** Tells each client its settings, but for the secret. */
public final class Greeter implements SluicePlugin {
  private record Greeting(String name, long times, Duration pause, List<String> titles, Option<Secret> token) {
    static final Decoder<Greeting> DECODER = object(
        field("name", text().notBlank()).formerly("who"),
        field("times", integer().between(1, 10)).orElse(1),
        field("pause", duration().atMost(Duration.ofMinutes(1))).orElse(Duration.ofSeconds(1)),
        field("titles", listOf(text().notBlank())).orElse(List.of()),
        optional("token", secret().atLeast(8))).as(Greeting::new);

    String shown() {
      return name + " " + times + " " + pause.toMillis() + " " + String.join("+", titles) + " " + token;
    }
  }

  @Override
  public Plugin define(Settings settings) {
    return plugin("greeter").response(setHeader("x-greeting", settings.decode(Greeting.DECODER).shown()));
  }
}
