package dev.sluice.step;

import dev.sluice.abi.LogLevel;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.Condition;
import dev.sluice.value.JsonTemplate;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;

/** A condition that waits for what is to be done: {@code when(..)} with nothing behind it yet. */
public record WhenClause(Condition condition) {
  public WhenClause {
    Check.given("when", "the condition", condition);
  }

  public When then(Step... steps) {
    return new When(condition, Check.all("then", "step", steps), Lists.none());
  }

  /** See {@link dev.sluice.dsl.Sluice#respond(int)}. */
  public When respond(int status) {
    return then(Respond.of(status, ""));
  }

  /** See {@link dev.sluice.dsl.Sluice#respond(int, String)}. */
  public When respond(int status, String body) {
    return then(Respond.of(status, body));
  }

  /** See {@link dev.sluice.dsl.Sluice#respond(int, TextValue)}. */
  public When respond(int status, TextValue body) {
    return then(RespondWith.of(status, body));
  }

  /** See {@link dev.sluice.dsl.Sluice#respondJson(int, String, Value...)}. */
  public When respondJson(int status, String template, Value<?>... values) {
    return then(RespondWith.json(status, JsonTemplate.of(template, values)));
  }

  /** See {@link dev.sluice.dsl.Sluice#respondGrpc(GrpcCode, String)}. */
  public When respondGrpc(GrpcCode status, String message) {
    return then(RespondWith.grpc(status, new LiteralText(message)));
  }

  /** See {@link dev.sluice.dsl.Sluice#redirect(int, String)}. */
  public When redirect(int status, String location) {
    return then(Redirect.to(status, location));
  }

  /** See {@link dev.sluice.dsl.Sluice#redirect(int, TextValue)}. */
  public When redirect(int status, TextValue location) {
    return then(new Redirect(status, location, false));
  }

  /** See {@link dev.sluice.dsl.Sluice#setHeader(String, String)}. */
  public When setHeader(String name, String value) {
    return then(SetHeader.of(name, value));
  }

  /** See {@link dev.sluice.dsl.Sluice#setHeader(String, TextValue)}. */
  public When setHeader(String name, TextValue value) {
    return then(new SetHeader(name, value));
  }

  /** See {@link dev.sluice.dsl.Sluice#addHeader(String, String)}. */
  public When addHeader(String name, String value) {
    return then(AddHeader.of(name, value));
  }

  /** See {@link dev.sluice.dsl.Sluice#addHeader(String, TextValue)}. */
  public When addHeader(String name, TextValue value) {
    return then(new AddHeader(name, value));
  }

  /** See {@link dev.sluice.dsl.Sluice#appendHeader(String, String)}. */
  public When appendHeader(String name, String value) {
    return then(AppendHeader.of(name, value));
  }

  /** See {@link dev.sluice.dsl.Sluice#appendHeader(String, TextValue)}. */
  public When appendHeader(String name, TextValue value) {
    return then(new AppendHeader(name, value));
  }

  /** See {@link dev.sluice.dsl.Sluice#renameHeader(String, String)}. */
  public When renameHeader(String from, String to) {
    return then(new RenameHeader(from, to));
  }

  /** See {@link dev.sluice.dsl.Sluice#removeHeaders(String...)}. */
  public When removeHeaders(String... names) {
    return then(new RemoveHeaders(RemoveHeaders.Which.NAMED, Check.some("removeHeaders", "header name", names)));
  }

  /** See {@link dev.sluice.dsl.Sluice#removeHeader(String)}. */
  public When removeHeader(String name) {
    return then(new RemoveHeader(name));
  }

  /** See {@link dev.sluice.dsl.Sluice#setPath(String)}. */
  public When setPath(String path) {
    return then(SetPath.of(path));
  }

  /** See {@link dev.sluice.dsl.Sluice#setPath(TextValue)}. */
  public When setPath(TextValue path) {
    return then(new SetPath(path));
  }

  /** See {@link dev.sluice.dsl.Sluice#replacePathPrefix}. */
  public When replacePathPrefix(String prefix, String replacement) {
    return then(new ReplacePathPrefix(prefix, replacement));
  }

  /** See {@link dev.sluice.dsl.Sluice#rewritePath}. */
  public When rewritePath(String regex, String replacement) {
    return then(new RewritePath(regex, replacement));
  }

  /** See {@link dev.sluice.dsl.Sluice#setAuthority(String)}. */
  public When setAuthority(String authority) {
    return then(SetRequestLine.of(SetRequestLine.Part.AUTHORITY, authority));
  }

  /** See {@link dev.sluice.dsl.Sluice#log(LogLevel, String)}. */
  public When log(LogLevel level, String line) {
    return then(Log.of(level, line));
  }

  /** See {@link dev.sluice.dsl.Sluice#log(LogLevel, TextValue)}. */
  public When log(LogLevel level, TextValue value) {
    return then(new Log(level, value));
  }
}
