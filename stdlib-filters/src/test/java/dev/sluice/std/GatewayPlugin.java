package dev.sluice.std;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.rules.Rules.rules;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.std.auth.IpBlocks;
import dev.sluice.std.auth.KeyAuth;
import dev.sluice.std.header.Cors;
import dev.sluice.std.limit.LocalRateLimit;
import dev.sluice.value.Secret;
import java.time.Duration;

/** Several filters as one expression, and one of them by rules. */
public final class GatewayPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("gateway").with(
        cors(Cors.from("https://app.test"))
            .then(ipDeny(IpBlocks.of("203.0.113.0/24").behindProxies(1)))
            .then(keyAuth(KeyAuth.inHeader("x-api-key")
                .consumer("ann", Secret.of("a"))
                .consumer("bob", Secret.of("b"))
                .consumer("cat", Secret.of("c"))))
            .then(localRateLimit(LocalRateLimit.of("calls", 2, Duration.ofHours(1)).by(consumer())))
            .then(settings.decode(rules(KeyAuth.DECODER)).filter("admin", Filters::keyAuth)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"default\": {\"consumers\": [{\"name\": \"root\", \"key\": \"sample\"}]}}");
  }
}
