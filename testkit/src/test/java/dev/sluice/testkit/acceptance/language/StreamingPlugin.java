package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.control.Option;

/** Takes bodies through transforms in both directions, behind a call to another service where the path says so. */
public final class StreamingPlugin implements SluicePlugin {
  static final int LIMIT = 50_000;

  @Override
  public Plugin define(Settings settings) {
    return plugin("streaming")
        .request(
            when(path().startsWith("/call")).then(call(cluster("who"), get("/"))),
            when(path().startsWith("/limit")).then(streamRequest(limiting(LIMIT))),
            streamRequest(replacing("colour", "color").and("grey", "gray"), maskingDigits(12)))
        .with(
            response(
                when(header("content-type").is("text/event-stream")).then(streamResponse(
                    mappingEvents("shout", 1000, data -> Option.some(Bytes.utf8(data.utf8() + "!"))))),
                streamResponse(replacing("secret", "******"))));
  }
}
