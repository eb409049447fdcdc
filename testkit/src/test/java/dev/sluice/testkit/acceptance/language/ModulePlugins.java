package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugins;
import dev.sluice.dsl.SluiceModule;
import java.time.Duration;

/** A module of several plugins: one adds what its settings say, one holds, one counts. */
public final class ModulePlugins implements SluiceModule {
  @Override
  public Plugins plugins() {
    return Plugins.of("tag", settings -> plugin("tag").request(addHeader("x-tag", settings.text())))
        .and("body", settings -> plugin("body").request(
            when(requestBody().within(Duration.ofSeconds(5)).contains("bad")).respond(403, "bad"),
            addHeader("x-tag", "body")))
        .and("count", settings -> plugin("count").response(counter("counted").increment(), setHeader("x-count", "1")));
  }
}
