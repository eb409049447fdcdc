package dev.sluice.examples.httpbodychunk;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Looks for a text in a request's body as it comes, without holding it, and answers 403 where it is found. */
public final class HttpBodyChunk implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("http-body-chunk").request(streamRequest(refusing("pattern", 403, "the body has the pattern\n")));
  }
}
