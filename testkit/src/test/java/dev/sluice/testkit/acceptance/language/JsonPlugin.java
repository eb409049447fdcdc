package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Changes JSON bodies on both ways. */
public final class JsonPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("json")
        .request(
            when(path().is("/in")).then(
                editBody(requestBody())
                    .require("/id")
                    .set("/user/name", header("x-user"))
                    .set("/count", 3)
                    .rename("/amt", "amount")
                    .remove("/debug")
                    .onMismatch(respondJson(422, "{\"error\": \"no id\"}"))))
        .response(
            when(path().is("/out")).then(editBody(responseBody()).remove("/secret").set("/served-by", "edge")));
  }
}
