package dev.sluice.dsl;

import dev.sluice.abi.LogLevel;
import dev.sluice.plan.Check;
import dev.sluice.step.AddHeader;
import dev.sluice.step.Bind;
import dev.sluice.step.CallRequest;
import dev.sluice.step.Cluster;
import dev.sluice.step.Custom;
import dev.sluice.step.HttpCall;
import dev.sluice.step.Log;
import dev.sluice.step.RemoveHeader;
import dev.sluice.step.Respond;
import dev.sluice.step.Sequence;
import dev.sluice.step.SetBody;
import dev.sluice.step.SetHeader;
import dev.sluice.step.Step;
import dev.sluice.step.StepBody;
import dev.sluice.step.WhenClause;
import dev.sluice.value.AllOf;
import dev.sluice.value.Answer;
import dev.sluice.value.AnyOf;
import dev.sluice.value.BodyText;
import dev.sluice.value.Condition;
import dev.sluice.value.HeaderText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.PathText;
import dev.sluice.value.QueryText;
import dev.sluice.value.RefText;
import dev.sluice.value.RequestBodyText;
import dev.sluice.value.RequestText;
import dev.sluice.value.ResponseBodyText;
import dev.sluice.value.StatusNumber;
import dev.sluice.value.TextValue;

/**
 * All words of the language, for {@code import static dev.sluice.dsl.Sluice.*;}. Arguments that can never work (null, an
 * illegal header name, a status that no reply has) are refused where they are written, by an
 * {@link IllegalArgumentException} that says what to do.
 */
public final class Sluice {
  private Sluice() {}

  // plugins and filters

  /** A plugin that does nothing yet and refuses requests with 503 when its code fails. */
  public static Plugin plugin(String name) {
    return Plugin.named(name);
  }

  /** A filter with these steps for requests. Add {@code .response(..)} for steps on the way back. */
  public static Filter request(Step... steps) {
    return Filter.none().request(steps);
  }

  /** A filter with these steps for when a stream is over. */
  public static Filter onLog(Step... steps) {
    return Filter.none().log(steps);
  }

  /** A filter with these steps for responses. */
  public static Filter response(Step... steps) {
    return Filter.none().response(steps);
  }

  // values

  /** The first value of a header of the request, in a response part of the response. Names have no case. */
  public static HeaderText header(String name) {
    return new HeaderText(name);
  }

  /** The request's method, such as {@code GET}. */
  public static TextValue method() {
    return RequestText.METHOD;
  }

  /** The request's scheme, {@code http} or {@code https}. */
  public static TextValue scheme() {
    return RequestText.SCHEME;
  }

  /** The host the request is for, with its port where one was given ({@code Host} in HTTP/1.1). */
  public static TextValue authority() {
    return RequestText.AUTHORITY;
  }

  /** The request's path without its query, as it was sent: see {@link PathText}. */
  public static TextValue path() {
    return new PathText();
  }

  /** The first parameter of this name in the request's query, decoded: see {@link QueryText}. */
  public static QueryText query(String name) {
    return new QueryText(name, false);
  }

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

  /** The response's status; for response and log parts. */
  public static NumberValue status() {
    return new StatusNumber();
  }

  // conditions

  /** The opposite. */
  public static Condition not(Condition condition) {
    return Check.given("not", "the condition", condition).not();
  }

  /** Each of these; true where there are none. */
  public static Condition allOf(Condition... conditions) {
    return new AllOf(Check.all("allOf", "condition", conditions));
  }

  /** At least one of these; false where there are none. */
  public static Condition anyOf(Condition... conditions) {
    return new AnyOf(Check.all("anyOf", "condition", conditions));
  }

  // steps

  /** Steps that run where the condition holds: {@code when(..).respond(403)}, {@code when(..).then(..)}. */
  public static WhenClause when(Condition condition) {
    return new WhenClause(condition);
  }

  /** Several steps as one. */
  public static Step sequence(Step... steps) {
    return new Sequence(Check.all("sequence", "step", steps));
  }

  /** Answers in the upstream's place, without a body. */
  public static Respond respond(int status) {
    return Respond.of(status, "");
  }

  /** Answers in the upstream's place, with a body in UTF-8. */
  public static Respond respond(int status, String body) {
    return Respond.of(status, body);
  }

  /** Puts this value in the place of all that the header has. */
  public static Step setHeader(String name, String value) {
    return SetHeader.of(name, value);
  }

  /**
   * Puts this value in the place of all that the header has; takes the header out where the value is absent. A value
   * that no header may have (CR, LF, NUL) is refused with 400, on the way out with 502.
   */
  public static Step setHeader(String name, TextValue value) {
    return new SetHeader(name, value);
  }

  /** Gives the header one more value. */
  public static Step addHeader(String name, String value) {
    return AddHeader.of(name, value);
  }

  /** Gives the header one more value, none where the value is absent. Refuses what {@code setHeader} refuses. */
  public static Step addHeader(String name, TextValue value) {
    return new AddHeader(name, value);
  }

  /** Takes out all values of the header. */
  public static Step removeHeader(String name) {
    return new RemoveHeader(name);
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

  /** Writes a line to the host's log. */
  public static Step log(LogLevel level, String line) {
    return Log.of(level, line);
  }

  /** Writes a value to the host's log, control characters as {@code \x0a}; a hyphen where it is absent. */
  public static Step log(LogLevel level, TextValue value) {
    return new Log(level, value);
  }

  /** The author's own code, for what the words do not say. The name appears in logs and explanations. */
  public static Step step(String name, StepBody body) {
    return new Custom(name, body);
  }
}
