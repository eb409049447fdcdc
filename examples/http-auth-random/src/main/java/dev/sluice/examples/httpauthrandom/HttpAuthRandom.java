package dev.sluice.examples.httpauthrandom;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Lets another service decide: requests pass where the digest of its answer begins with 0 to 7, half of the time. */
public final class HttpAuthRandom implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("http-auth-random").request(
        call(cluster("httpbin"), get("/uuid").header("x-request-id", randomUuid())),
        when(answer().body().sha256().encodeHex().matches("[0-7].*"))
            .then(setHeader("x-access", "granted"))
            .otherwise(respond(403, "access forbidden\n").header("powered-by", "sluice")));
  }
}
