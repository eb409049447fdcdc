package dev.sluice.engine;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonError;
import dev.sluice.data.json.JsonPointer;
import io.vavr.control.Either;

/**
 * Whether the proxy lets bodies come while headers are held. A module cannot ask for that: without it every stream with
 * a body would hang. So whoever configures the proxy tells the module, under a reserved key of its configuration.
 */
final class HeadersStop {
  private static final String KEY = "/sluice/allow_on_headers_stop_iteration";

  private HeadersStop() {}

  static void check(Bytes configuration) {
    Either<JsonError, Json> read = Json.read(configuration);
    boolean promised = read.isRight()
        && read.get().at(JsonPointer.parse(KEY).get()).flatMap(Json::bool).getOrElse(false);
    if (!promised) {
      throw new IllegalStateException(
          "the pipeline reads a body while headers are held: set allow_on_headers_stop_iteration: true in the"
              + " filter's config, and tell the plugin so with"
              + " {\"sluice\": {\"allow_on_headers_stop_iteration\": true}} in its configuration"
              + " (./sluice build writes both)");
    }
  }
}
