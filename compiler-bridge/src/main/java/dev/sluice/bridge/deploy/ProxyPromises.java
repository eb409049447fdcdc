package dev.sluice.bridge.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/**
 * What a pipeline demands of its proxy beyond the ABI, and how whoever configures the proxy tells the plugin that it is
 * so: under the reserved key {@value #KEY} of its configuration.
 */
public final class ProxyPromises {
  /** The reserved member of a plugin's configuration. */
  public static final String KEY = "sluice";

  private static final String HEADERS_STOP = "allow_on_headers_stop_iteration";
  private static final Gson GSON = new Gson();

  private ProxyPromises() {}

  /**
   * Whether the plugin, with these settings, reads a body while headers are held. Whatever {@code define} throws is
   * thrown.
   */
  public static boolean needsHeadersStop(SluicePlugin plugin, String settings) {
    Plugin defined = plugin.define(Settings.of(settings));
    boolean[] needed = new boolean[1];
    if (defined != null) {
      defined.plan().demand(() -> needed[0] = true);
    }
    return needed[0];
  }

  /**
   * The settings with the promise that stopped headers do not stop the body.
   *
   * @throws IllegalArgumentException where the settings are no JSON object and so have no room for it
   */
  public static String withHeadersStop(String settings) {
    JsonObject promise = new JsonObject();
    promise.addProperty(HEADERS_STOP, true);
    JsonObject all = settings.isBlank() ? new JsonObject() : object(settings);
    all.add(KEY, promise);
    return GSON.toJson(all);
  }

  private static JsonObject object(String settings) {
    try {
      JsonElement parsed = JsonParser.parseString(settings);
      if (parsed.isJsonObject()) {
        return parsed.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(refusal(), e);
    }
    throw new IllegalArgumentException(refusal());
  }

  private static String refusal() {
    return "the pipeline reads a body while headers are held, so its settings need room for the member \"" + KEY
        + "\": give them as a JSON object";
  }
}
