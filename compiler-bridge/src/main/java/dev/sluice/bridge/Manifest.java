package dev.sluice.bridge;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.sluice.abi.Callback;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a module is and needs, derived from the finished module; written beside it.
 *
 * @param pluginClass the class that the module is for
 * @param size bytes of the module
 * @param callbacks export names of the callbacks that the host makes
 * @param hostcalls names of the {@code proxy_} functions it may call: Envoy's {@code allowed_capabilities}
 * @param wasi names of the WASI functions it may call
 * @param features what the module needs of WebAssembly that not every engine has, see
 *     {@link dev.sluice.abi.profile.WasmFeature}
 * @param settingsSchema name of the file beside it with the JSON Schema of the settings, null where there is none
 */
public record Manifest(
    String pluginClass, int size, SortedSet<String> callbacks, SortedSet<String> hostcalls, SortedSet<String> wasi,
    SortedSet<String> features, String settingsSchema) {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String PROXY = "env.";
  private static final String WASI = "wasi_snapshot_preview1.";

  static Manifest of(String pluginClass, int size, SortedSet<String> imports, SortedSet<String> exports,
      SortedSet<String> features) {
    SortedSet<String> callbacks = new TreeSet<>(exports);
    callbacks.removeIf(name -> Callback.fromExportName(name).isEmpty());
    return new Manifest(pluginClass, size, callbacks, under(PROXY, imports), under(WASI, imports), features,
        null);
  }

  Manifest withSettingsSchema(String fileName) {
    return new Manifest(pluginClass, size, callbacks, hostcalls, wasi, features, fileName);
  }

  private static SortedSet<String> under(String prefix, SortedSet<String> imports) {
    List<String> names =
        imports.stream().filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length())).toList();
    return new TreeSet<>(names);
  }

  /** As JSON, indented. */
  public String toJson() {
    return GSON.toJson(this) + "\n";
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws BuildFailure for all else
   */
  public static Manifest fromJson(String json) {
    Manifest manifest;
    try {
      manifest = GSON.fromJson(json, Manifest.class);
    } catch (JsonParseException | NullPointerException e) {
      // A null among the names is no JSON that Gson minds, but the set of names does.
      throw new BuildFailure("not a manifest of Sluice: " + e.getMessage());
    }
    if (manifest == null || manifest.pluginClass == null || manifest.callbacks == null || manifest.hostcalls == null
        || manifest.wasi == null) {
      throw new BuildFailure("not a manifest of Sluice: parts of it are missing");
    }
    return manifest;
  }
}
