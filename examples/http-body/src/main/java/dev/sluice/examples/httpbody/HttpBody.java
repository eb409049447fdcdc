package dev.sluice.examples.httpbody;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Step;
import dev.sluice.value.BodyText;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;

/** Changes a whole body, of the request or of the response, as the request asks for. */
public final class HttpBody implements SluicePlugin {
  private static final TextValue OPERATION = requestHeader("buffer-operation");
  private static final Condition OF_RESPONSE = requestHeader("buffer-replace-at").is("response");

  @Override
  public Plugin define(Settings settings) {
    return plugin("http-body")
        .request(when(OF_RESPONSE.not()).then(changed(requestBody())))
        .response(when(OF_RESPONSE).then(changed(responseBody())));
  }

  private static Step changed(BodyText body) {
    return choose(
        when(OPERATION.is("prepend")).then(setBody(body, body.prepend("[this is prepended] "))),
        when(OPERATION.is("append")).then(setBody(body, body.append(" [this is appended]"))),
        when(OPERATION.is("replace")).then(setBody(body, text("[this is another body]"))));
  }
}
