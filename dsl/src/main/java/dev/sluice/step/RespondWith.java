package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadValues;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.ReplyLoaded;
import dev.sluice.plan.TerminalStep;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * Answers the request in the upstream's place with what is only known at run time; else like {@link Respond}. A header
 * whose value is absent is left out, an absent body is an empty one. A value that no header may have (CR, LF, NUL) is
 * refused with 400, on the way out with 502.
 *
 * @param status 200 to 599; a gRPC request gets 200 and a gRPC status in its place
 * @param grpc status for a gRPC request, none for what the proxy makes of the HTTP status
 * @param details what the proxy's access log shows as the reason, empty for none
 */
public record RespondWith(
    int status, Option<GrpcCode> grpc, TextValue body, List<HeaderField> headers, String details)
    implements
    Step,
    TerminalStep {

  public RespondWith {
    Check.status("respond", status);
    Check.given("respond", "the gRPC status", grpc);
    Check.given("respond", "the body", body);
    headers = Lists.copy(Check.given("respond", "the list of headers", headers));
    Check.headerValue("respond", "details", details);
  }

  /** A reply with this body. Hosts send it as text/plain where no content-type is given. */
  public static RespondWith of(int status, TextValue body) {
    return new RespondWith(status, Option.none(), body, Lists.none(), "");
  }

  /** The same reply as that one. */
  static RespondWith of(Respond reply) {
    List<HeaderField> headers = Lists.none();
    for (Header header : reply.headers()) {
      headers =
          Lists.append(headers, new HeaderField(header.name().utf8(), new LiteralText(header.value().utf8())));
    }
    TextValue body = new LiteralText(reply.body().utf8());
    return new RespondWith(reply.status(), Option.none(), body, headers, reply.details());
  }

  /** The status of a gRPC call, with a message; to a request that is none the HTTP status that says the same. */
  public static RespondWith grpc(GrpcCode code, TextValue message) {
    Check.given("respondGrpc", "the status", code);
    return new RespondWith(code.httpStatus(), Option.some(code), message, Lists.none(), "");
  }

  /** A reply in JSON. */
  public static RespondWith json(int status, TextValue json) {
    return of(status, json).header("content-type", "application/json");
  }

  /** The same reply with one more header. A content-length is the host's business. */
  public RespondWith header(String name, String value) {
    String field = Check.headerName("respond.header", name);
    return header(field, new LiteralText(Check.headerValue("respond.header", field, value)));
  }

  /** The same reply with one more header, left out where its value is absent. */
  public RespondWith header(String name, TextValue value) {
    Check.given("respond.header", "the value of " + name, value);
    HeaderField field = new HeaderField(Check.headerName("respond.header", name), value);
    return new RespondWith(status, grpc, body, Lists.append(headers, field), details);
  }

  /** The same reply with this reason in the proxy's access log. */
  public RespondWith details(String reason) {
    return new RespondWith(status, grpc, body, headers, reason);
  }

  @Override
  public String word() {
    return "respond";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("respond ");
    text.append(grpc.isDefined() ? "gRPC " + grpc.get() : Integer.toString(status));
    text.append(' ').append(body.describe());
    for (HeaderField header : headers) {
      text.append(", ").append(header.name()).append(": ").append(header.value().describe());
    }
    return details.isEmpty() ? text.toString() : text + " (" + details + ")";
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    Bytes[] names = new Bytes[headers.size()];
    Reader[] values = new Reader[names.length + 1];
    for (int i = 0; i < names.length; i++) {
      names[i] = Bytes.utf8(headers.get(i).name());
      values[i] = headers.get(i).value().reader(planner);
    }
    values[names.length] = body.reader(planner);
    int grpcStatus = grpc.isDefined() ? grpc.get().code() : ReplyCalls.NO_GRPC_STATUS;
    planner.emit(new LoadValues(values, names.length, "the reply's headers", planner.refusal("illegal header")));
    planner.emit(new ReplyLoaded(status, grpcStatus, details, names));
  }
}
