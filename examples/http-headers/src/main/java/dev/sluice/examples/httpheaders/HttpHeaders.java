package dev.sluice.examples.httpheaders;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;

/** Writes all headers to the log, changes one of the request, and adds one to the response that its settings name. */
public final class HttpHeaders implements SluicePlugin {

  record Added(String header, String value) {
    static final Decoder<Added> DECODER =
        object(field("header", headerName()), field("value", text().notBlank())).as(Added::new);
  }

  @Override
  public Plugin define(Settings settings) {
    Added added = settings.decode(Added.DECODER);
    return plugin("http-headers")
        .request(
            setHeader("test", "best"),
            log(LogLevel.INFO, template("request: {}", headerLines().join(", "))))
        .response(
            setHeader(added.header(), added.value()),
            log(LogLevel.INFO, template("response: {}", headerLines().join(", "))))
        .log(log(LogLevel.INFO, template("{} {} is over", method(), path())));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"header\": \"x-served-by\", \"value\": \"sluice\"}");
  }
}
