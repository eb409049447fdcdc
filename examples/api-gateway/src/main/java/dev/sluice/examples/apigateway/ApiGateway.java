package dev.sluice.examples.apigateway;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.settings.Decoders.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;
import dev.sluice.std.auth.IpBlocks;
import dev.sluice.std.auth.KeyAuth;
import dev.sluice.std.header.Cors;
import dev.sluice.std.limit.LocalRateLimit;

/** What stands in front of an API, made of ready filters. The first one is the outermost. */
public final class ApiGateway implements SluicePlugin {

  record Gateway(IpBlocks denied, Cors sites, KeyAuth keys, LocalRateLimit limit) {
    static final Decoder<Gateway> DECODER = object(
        field("deny", IpBlocks.DECODER), field("cors", Cors.DECODER), field("keys", KeyAuth.DECODER),
        field("limit", LocalRateLimit.DECODER)).as(Gateway::new);
  }

  @Override
  public Plugin define(Settings settings) {
    Gateway gateway = settings.decode(Gateway.DECODER);
    return plugin("api-gateway").with(
        requestId(),
        secureHeaders(),
        ipDeny(gateway.denied()),
        cors(gateway.sites()),
        keyAuth(gateway.keys()),
        localRateLimit(gateway.limit().by(consumer())));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("""
        {"deny": {"blocks": ["203.0.113.0/24"]}, "cors": {"origins": ["https://app.example.com"]},
         "keys": {"consumers": [{"name": "ann", "key": "sample"}]}, "limit": {"requests": 100, "per": "1m"}}
        """);
  }
}
