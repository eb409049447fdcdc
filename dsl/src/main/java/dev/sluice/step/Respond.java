package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reply;
import dev.sluice.plan.ReplyOp;
import dev.sluice.plan.TerminalStep;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Answers the request in the upstream's place. Nothing of this part of the pipeline runs after it; the response parts
 * of the filters around the one that answers do.
 *
 * @param status 200 to 599
 * @param details what the proxy's access log shows as the reason (Envoy: response code details), empty for none
 */
public record Respond(int status, Bytes body, List<Header> headers, String details) implements Step, TerminalStep {
  public Respond {
    Check.status("respond", status);
    Check.given("respond", "the body", body);
    headers = Lists.copy(Check.given("respond", "the list of headers", headers));
    Check.headerValue("respond", "details", details);
  }

  /** A reply with a body in UTF-8. Hosts send it as text/plain where no content-type is given. */
  public static Respond of(int status, String body) {
    return new Respond(status, Bytes.utf8(Check.given("respond", "the body", body)), Lists.none(), "");
  }

  /** The same reply with one more header. A content-length is the host's business. */
  public Respond header(String name, String value) {
    String field = Check.headerName("respond.header", name);
    Check.headerValue("respond.header", field, value);
    return new Respond(status, body, Lists.append(headers, Header.of(field, value)), details);
  }

  /** The same reply with this reason in the proxy's access log. */
  public Respond details(String reason) {
    return new Respond(status, body, headers, reason);
  }

  /** The same reply with one more header, left out where its value is absent. */
  public RespondWith header(String name, TextValue value) {
    return RespondWith.of(this).header(name, value);
  }

  /** The reply as it is sent once. */
  Reply once() {
    return Reply.once(status, Bytes.utf8(details), body, headers, ReplyCalls.NO_GRPC_STATUS);
  }

  @Override
  public String word() {
    return "respond";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("respond ").append(status);
    if (!body.isEmpty()) {
      text.append(" \"").append(body.utf8()).append('"');
    }
    for (Header header : headers) {
      text.append(", ").append(header.name()).append(": ").append(header.value());
    }
    return details.isEmpty() ? text.toString() : text + " (" + details + ")";
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    planner.emit(new ReplyOp(Reply.of(status, details, body, headers)));
  }
}
