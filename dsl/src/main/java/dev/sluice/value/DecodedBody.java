package dev.sluice.value;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;
import dev.sluice.plan.KeptCell;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.TerminalStep;
import io.vavr.control.Option;

/**
 * A whole body without its content codings (RFC 9110 section 8.4): what {@code content-encoding} names is undone, gzip and
 * deflate (zlib, or raw as some send it), up to three of them. A body that is malformed, has another coding or becomes larger
 * than the limit takes its branch, by default an answer of 400, 415 or 413, for a response 502. The message itself stays as
 * it is. It is decoded each time it is read: bind it to read it more than once.
 *
 * <pre>{@code when(requestBody().decoded().limit(100_000).json("/admin").is("true")).respond(403)}</pre>
 *
 * @param most most bytes that may come out; 1 MiB unless another limit is given
 */
public record DecodedBody(
    BodyText body, int most, Option<TerminalStep> malformed, Option<TerminalStep> unsupported,
    Option<TerminalStep> tooLarge)
    implements
    TextValue {
  public DecodedBody {
    Check.given("decoded", "the body", body);
    if (most < 0) {
      throw new IllegalArgumentException("decoded: a limit of " + Decimal.of(most) + " bytes; give 0 or more");
    }
    Check.given("decoded", "the branch of a malformed body", malformed);
    Check.given("decoded", "the branch of another coding", unsupported);
    Check.given("decoded", "the branch of a body that is too large", tooLarge);
  }

  static DecodedBody of(BodyText body) {
    return new DecodedBody(body, BodyText.DEFAULT_LIMIT, Option.none(), Option.none(), Option.none());
  }

  /** At most so many bytes come out. */
  public DecodedBody limit(int bytes) {
    return new DecodedBody(body, bytes, malformed, unsupported, tooLarge);
  }

  /** What answers a body that is not what its content coding says; unless given, a request 400 and a response 502. */
  public DecodedBody onMalformed(TerminalStep step) {
    return new DecodedBody(body, most, Option.some(Check.given("onMalformed", "the step", step)), unsupported,
        tooLarge);
  }

  /** What answers a content coding that is not known here; unless given, a request 415 and a response 502. */
  public DecodedBody onUnsupported(TerminalStep step) {
    return new DecodedBody(body, most, malformed, Option.some(Check.given("onUnsupported", "the step", step)),
        tooLarge);
  }

  /** What answers a body that would become too large; unless given, a request 413 and a response 502. */
  public DecodedBody onTooLarge(TerminalStep step) {
    return new DecodedBody(body, most, malformed, unsupported,
        Option.some(Check.given("onTooLarge", "the step", step)));
  }

  @Override
  public String describe() {
    return "decoded " + body.describe();
  }

  @Override
  public Reader reader(Planner planner) {
    body.await(planner);
    KeptCell decoded = planner.kept();
    planner.emit(
        new DecodeBody(
            most, decoded,
            branch(planner, "body malformed", malformed, 400, "sluice_body_malformed"),
            branch(planner, "coding unsupported", unsupported, 415, "sluice_coding_unsupported"),
            branch(planner, "decoded body too large", tooLarge, 413, "sluice_body_too_large")));
    return decoded;
  }

  private Label branch(Planner planner, String name, Option<TerminalStep> step, int ofRequest, String details) {
    return step.isDefined()
        ? planner.aside(name, step.get())
        : planner.failure(name, body.isOfRequest() ? ofRequest : 502, details);
  }
}
