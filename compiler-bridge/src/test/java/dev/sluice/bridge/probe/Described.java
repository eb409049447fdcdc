package dev.sluice.bridge.probe;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;

/** Has settings with a description. */
public final class Described implements SluicePlugin {
  public static final String FIELD = "greeting-of-the-day";
  public static final String DESCRIPTION = "What the upstream is greeted with";

  private static final Decoder<String> DECODER =
      object(field(FIELD, text()).describedAs(DESCRIPTION)).as(text -> text).describedAs(DESCRIPTION + " too");

  @Override
  public Plugin define(Settings settings) {
    return plugin("described").request(setHeader("x-greeting", settings.decode(DECODER)));
  }
}
