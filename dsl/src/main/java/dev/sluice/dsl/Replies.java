package dev.sluice.dsl;

import dev.sluice.step.GrpcCode;
import dev.sluice.step.Redirect;
import dev.sluice.step.Respond;
import dev.sluice.step.RespondWith;
import dev.sluice.value.JsonTemplate;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;

/** The words that answer in the upstream's place. Authors import them through {@link Sluice}. */
abstract class Replies extends Trailers {
  Replies() {}

  /** Answers in the upstream's place, without a body. */
  public static Respond respond(int status) {
    return Respond.of(status, "");
  }

  /** Answers in the upstream's place, with a body in UTF-8. */
  public static Respond respond(int status, String body) {
    return Respond.of(status, body);
  }

  /**
   * Answers in the upstream's place, with a body that is only known at run time, see {@link RespondWith}.
   * <pre>{@code respond(404, path()).header("x-tenant", header("x-tenant"))}</pre>
   */
  public static RespondWith respond(int status, TextValue body) {
    return RespondWith.of(status, body);
  }

  /**
   * Answers in JSON, see {@link #json}.
   * <pre>{@code respondJson(403, "{\"error\": \"forbidden\", \"path\": \"{}\"}", path())}</pre>
   */
  public static RespondWith respondJson(int status, String template, Value<?>... values) {
    return RespondWith.json(status, JsonTemplate.of(template, values));
  }

  /**
   * Answers with a text that is JSON, as it is.
   * <pre>{@code respondJson(200, answer("profile").body())}</pre>
   */
  public static RespondWith respondJson(int status, TextValue json) {
    return RespondWith.json(status, json);
  }

  /**
   * Answers a gRPC request with this status and message; another request with the HTTP status that says the same, and the
   * message as its body. (A plain {@code respond(..)} to a gRPC request is made a gRPC status by the proxy.)
   * <pre>{@code when(header("x-user").missing()).respondGrpc(GrpcCode.UNAUTHENTICATED, "who are you?")}</pre>
   */
  public static RespondWith respondGrpc(GrpcCode status, String message) {
    return RespondWith.grpc(status, new LiteralText(message));
  }

  /** Like {@link #respondGrpc(GrpcCode, String)}, with a message that is only known at run time. */
  public static RespondWith respondGrpc(GrpcCode status, TextValue message) {
    return RespondWith.grpc(status, message);
  }

  /**
   * Sends the client to this place, see {@link Redirect}.
   * <pre>{@code when(path().is("/old")).redirect(308, "/new")}</pre>
   */
  public static Redirect redirect(int status, String location) {
    return Redirect.to(status, location);
  }

  /**
   * Sends the client to a place within the site that is only known at run time, see {@link Redirect}.
   * <pre>{@code redirect(302, query("next"))}</pre>
   */
  public static Redirect redirect(int status, TextValue location) {
    return new Redirect(status, location, false);
  }

  /**
   * JSON with values in its strings, see {@link JsonTemplate}.
   * <pre>{@code post("/audit", json("{\"user\": \"{}\"}", header("x-user")))}</pre>
   */
  public static JsonTemplate json(String template, Value<?>... values) {
    return JsonTemplate.of(template, values);
  }
}
