package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.request;
import static dev.sluice.dsl.Sluice.respond;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.rules.Rules.rules;
import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.rules.Rules;
import dev.sluice.settings.Decoder;

/** Marks or refuses requests by the rules of its settings, and marks responses by the same rule. */
public final class PerRoute implements SluicePlugin {
  private record Mark(String mark, boolean refuse) {
    static final Decoder<Mark> DECODER =
        object(field("mark", text()), field("refuse", bool()).orElse(false)).as(Mark::new);

    Filter filter() {
      Filter marked = request(setHeader("x-mark", mark), setHeader(":path", "/rewritten"))
          .response(setHeader("x-mark", mark));
      return refuse ? marked.then(request(respond(403))) : marked;
    }
  }

  private static final Decoder<Rules<Mark>> RULES = rules(Mark.DECODER);

  @Override
  public Plugin define(Settings settings) {
    return plugin("per-route").with(settings.decode(RULES).filter("marks", Mark::filter));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"default\": {\"mark\": \"default\"}}");
  }
}
