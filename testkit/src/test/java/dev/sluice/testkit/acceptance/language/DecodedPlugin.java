package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Looks into compressed bodies, and sends the response's on decoded. */
public final class DecodedPlugin implements SluicePlugin {
  static final int LIMIT = 10_000;

  @Override
  public Plugin define(Settings settings) {
    return plugin("decoded")
        .request(
            when(path().startsWith("/in")).then(
                when(requestBody().decoded().limit(LIMIT).json("/name").is("ann")).then(setHeader("x-name", "ann"))))
        .response(
            when(path().startsWith("/out")).then(setResponseBody(responseBody().decoded().limit(LIMIT))));
  }
}
