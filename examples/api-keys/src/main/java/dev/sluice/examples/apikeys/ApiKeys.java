package dev.sluice.examples.apikeys;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.rules.Rules.rules;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.rules.Rules;
import dev.sluice.settings.Decoder;
import dev.sluice.value.Condition;
import dev.sluice.value.Secret;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;

/** Lets requests through that carry one of the keys of their route. */
public final class ApiKeys implements SluicePlugin {

  record Access(String keyHeader, List<Secret> keys, Duration retryAfter, Option<String> realm) {
    static final Decoder<Access> DECODER = object(
        field("header", headerName()).orElse("x-api-key").describedAs("the header that carries the key"),
        field("keys", listOf(secret().atLeast(8)).notEmpty()).describedAs("the keys that open the route"),
        field("retryAfter", duration().atMost(Duration.ofHours(1))).orElse(Duration.ofSeconds(10)),
        optional("realm", text().notBlank())).as(Access::new);

    Filter filter() {
      Condition known = anyOf();
      for (Secret key : keys) {
        known = known.or(header(keyHeader).single().constantTimeIs(key.text()));
      }
      return request(
          when(known).removeHeader(keyHeader)
              .otherwise(respond(401, "a key is needed for " + realm.getOrElse("this route"))
                  .header("retry-after", Long.toString(retryAfter.toMillis() / 1000))));
    }
  }

  static final Decoder<Rules<Access>> RULES = rules(Access.DECODER);

  @Override
  public Plugin define(Settings settings) {
    return plugin("api-keys").with(settings.decode(RULES).filter("access", Access::filter));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"default\": {\"keys\": [\"sample-key\"]}}");
  }
}
