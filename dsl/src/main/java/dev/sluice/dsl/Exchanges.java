package dev.sluice.dsl;

import dev.sluice.step.Bind;
import dev.sluice.step.CallRequest;
import dev.sluice.step.Cluster;
import dev.sluice.step.HttpCall;
import dev.sluice.step.SetBody;
import dev.sluice.step.Step;
import dev.sluice.value.Answer;
import dev.sluice.value.BodyText;
import dev.sluice.value.RefText;
import dev.sluice.value.RequestBodyText;
import dev.sluice.value.ResponseBodyText;
import dev.sluice.value.TextValue;

/**
 * The words for what streams are held for: whole bodies and calls to other services; and for what is remembered
 * meanwhile. Authors import them through {@link Sluice}.
 */
abstract class Exchanges extends Values {
  Exchanges() {}

  /** The request's whole body, see {@link BodyText}; for request parts. */
  public static BodyText requestBody() {
    return RequestBodyText.standard();
  }

  /** The response's whole body, see {@link BodyText}; for response parts. */
  public static BodyText responseBody() {
    return ResponseBodyText.standard();
  }

  /** What a step before has bound to this name. */
  public static TextValue ref(String name) {
    return new RefText(name);
  }

  /** The answer to the call that was given no name. */
  public static Answer answer() {
    return new Answer(HttpCall.UNNAMED);
  }

  /** The answer to the call of this name. */
  public static Answer answer(String call) {
    return new Answer(call);
  }

  /** Remembers what a value is now, for {@link #ref}. */
  public static Step bind(String name, TextValue value) {
    return new Bind(name, value);
  }

  /** Puts a text in the place of the request's whole body, see {@link SetBody}. */
  public static Step setRequestBody(TextValue text) {
    return new SetBody(requestBody(), text);
  }

  /** Puts a text in the place of the response's whole body, see {@link SetBody}. */
  public static Step setResponseBody(TextValue text) {
    return new SetBody(responseBody(), text);
  }

  /** Puts a text in the place of a whole body, which is waited for with its limits, see {@link SetBody}. */
  public static Step setBody(BodyText body, TextValue text) {
    return new SetBody(body, text);
  }

  /** Asks another service and waits for its answer, see {@link HttpCall}. */
  public static HttpCall call(Cluster cluster, CallRequest request) {
    return HttpCall.of(cluster, request);
  }

  /** A cluster of the proxy's configuration. */
  public static Cluster cluster(String name) {
    return Cluster.named(name);
  }

  /** A GET request to be made by the plugin. */
  public static CallRequest get(String path) {
    return CallRequest.of("GET", path);
  }

  /** A GET request to be made by the plugin, whose path is known at run time. */
  public static CallRequest get(TextValue path) {
    return CallRequest.of("GET", path);
  }

  /** A POST request to be made by the plugin. */
  public static CallRequest post(String path, TextValue body) {
    return CallRequest.of("POST", path).body(body);
  }
}
