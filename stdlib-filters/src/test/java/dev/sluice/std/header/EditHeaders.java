package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.object;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;

/** Both filters that edit headers, as they are configured. */
public final class EditHeaders implements SluicePlugin {
  record Edits(RequestHeaders request, ResponseHeaders response) {
    static final Decoder<Edits> DECODER = object(
        field("request", RequestHeaders.DECODER).orElse(RequestHeaders.edit()),
        field("response", ResponseHeaders.DECODER).orElse(ResponseHeaders.edit())).as(Edits::new);
  }

  @Override
  public Plugin define(Settings settings) {
    Edits edits = settings.decode(Edits.DECODER);
    return plugin("edit-headers").with(edits.request().filter(), edits.response().filter());
  }
}
