package dev.sluice.laws.pipeline;

import java.util.List;

/** A step of a generated pipeline, as data. */
public sealed interface Action {
  record SetHeader(String name, Text value) implements Action {}

  record AddHeader(String name, Text value) implements Action {}

  record AppendHeader(String name, Text value) implements Action {}

  record RemoveHeader(String name) implements Action {}

  record RemoveStartingWith(String prefix) implements Action {}

  record KeepHeaders(String first, String second) implements Action {}

  record RenameHeader(String from, String to) implements Action {}

  /** Of the part's message. */
  record SetTrailer(String name, Text value, List<Action> onFailure) implements Action {}

  record AddTrailer(String name, Text value, List<Action> onFailure) implements Action {}

  record RemoveTrailer(String name) implements Action {}

  /** Sets an attribute. */
  record SetOwn(Text value) implements Action {}

  record SetShared(String key, Text value) implements Action {}

  /** @param old the variable that is bound to what was there */
  record UpdateShared(String key, String old, Text value) implements Action {}

  /** @param as the variable that is bound to the new count */
  record AddCount(Text key, Num number, String as) implements Action {}

  record PutCache(Text key, Text value) implements Action {}

  /** @param left the variable that is bound to the number of tokens that are left */
  record TakeToken(String left, List<Action> onEmpty) implements Action {}

  record SetState(Text value) implements Action {}

  /** Adds to a counter with a tag. */
  record Count(Text tag, Num number) implements Action {}

  record AddGauge(Num number) implements Action {}

  record SetGauge(Num number) implements Action {}

  record Sample(Num sample) implements Action {}

  record SetStatus(int status) implements Action {}

  record SetPath(Text path) implements Action {}

  record ReplacePrefix(String prefix, String replacement) implements Action {}

  record SetQuery(String name, Text value) implements Action {}

  record RemoveQuery(String name) implements Action {}

  record SetAuthority(Text authority) implements Action {}

  record Bind(String name, Text value) implements Action {}

  record SetBody(int limit, Text text) implements Action {}

  /**
   * Changes the JSON of the part's body.
   *
   * @param malformed the status that answers what is no JSON, 0 for the default
   * @param mismatch the status that answers JSON that does not fit, 0 for the default
   */
  record EditBody(int limit, List<Change> changes, int malformed, int mismatch) implements Action {}

  /** Replaces a text in the part's body as it streams. */
  record Replace(String wanted, String replacement) implements Action {}

  /** @param header value of the reply's header x-reply */
  record Respond(int status, Text header, Text body) implements Action {}

  record RespondJson(int status, Text body) implements Action {}

  /**
   * A call to the only cluster.
   *
   * @param header value of the call's header x-call
   * @param onFailure none for the default
   */
  record Call(Text path, Text header, Text body, List<Action> onFailure) implements Action {}

  /** A call with all that can be said of one. */
  record CallAs(Ask ask) implements Action {}

  /** Calls at once, of which all are waited for. */
  record All(List<Ask> calls) implements Action {}

  /** Calls at once, of which the first good answer counts. */
  record First(String name, List<Ask> calls, List<Action> onFailure) implements Action {}

  record When(Question question, List<Action> then, List<Action> otherwise) implements Action {}

  record Choose(List<Case> cases, List<Action> otherwise) implements Action {}

  record Log(Text text) implements Action {}

  record Sequence(List<Action> steps) implements Action {}

  /** Two headers, and x-c and x-d with constants. */
  record SetHeaders(String first, Text firstValue, String second, Text secondValue) implements Action {}

  record RemoveHeaders(String first, String second) implements Action {}

  record SetMethod(Text method) implements Action {}

  record SetScheme(String scheme) implements Action {}

  /** Puts a text in the place of the part's body, with the limits that hold unless others are given. */
  record SetWhole(Text text) implements Action {}

  /** @param anySite 1 where it may lead to another site */
  record Redirect(int status, Text location, int anySite) implements Action {}

  record RewritePath(String regex, String replacement) implements Action {}

  record StripPrefix(String prefix) implements Action {}

  record Increment(Text tag) implements Action {}

  /** One of the cases of a choice. */
  record Case(Question question, List<Action> then) {}

  /** A call that is made alone or with others. */
  record Ask(
      String name, String method, Text path, Text header, Text body, Limits limits, List<Action> onFailure) {}

  /**
   * What bounds a call.
   *
   * @param backoff milliseconds, 0 for none
   * @param errors 1 to take answers of 500 and more for answers like others
   */
  record Limits(int millis, int retries, int backoff, int errors) {
    /** What holds unless others are given. */
    public static final Limits STANDARD = new Limits(5000, 0, 0, 0);
  }
}
