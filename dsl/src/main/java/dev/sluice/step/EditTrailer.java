package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.ChangeTrailer;
import dev.sluice.plan.Check;
import dev.sluice.plan.Jump;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.TrailerEdit;
import dev.sluice.value.HeaderWrites;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * Changes a trailer (RFC 9110 section 6.5). Nothing is held for it: the value is what it is when the step runs, and becomes
 * part of the trailers when the end of the message comes; a message that has a body but no trailers gets some, and loses its
 * content-length for it (HTTP/1.1 has trailers only without). One that has ended with its headers can have none: then the
 * failure steps run, by default a reply with 500. A value that no header may have (CR, LF, NUL) is refused with 400, on the
 * way out with 502.
 *
 * <pre>{@code
 * setResponseTrailer("x-checked", ref("result"))
 * addRequestTrailer("x-seen", "edge").onFailure(addHeader("x-seen", "edge"))
 * }</pre>
 *
 * @param value none to remove the trailer; an absent one removes a trailer that is to be set, and adds none
 * @param onFailure none for a reply with 500; steps that do not answer let the pipeline go on
 */
public record EditTrailer(
    Message message, TrailerEdit.Kind kind, String name, Option<TextValue> value, List<Step> onFailure)
    implements
    Step {
  private static final int FAILED_STATUS = 500;

  /** Whose trailers are meant. */
  public sealed interface Message {
    String part();
  }

  /** The request's. */
  public record OfRequest() implements Message {
    @Needs({Callback.REQUEST_HEADERS, Callback.REQUEST_BODY, Callback.REQUEST_TRAILERS})
    public OfRequest {}

    @Override
    public String part() {
      return "request";
    }
  }

  /** The response's. */
  public record OfResponse() implements Message {
    @Needs({Callback.RESPONSE_HEADERS, Callback.RESPONSE_BODY, Callback.RESPONSE_TRAILERS})
    public OfResponse {}

    @Override
    public String part() {
      return "response";
    }
  }

  public EditTrailer {
    Check.given("trailer", "the message", message);
    Check.given("trailer", "what is done", kind);
    name = Check.headerName("trailer", name);
    Check.given("trailer", "the value of " + name, value);
    onFailure = Lists.copy(Check.given("trailer", "the list of failure steps", onFailure));
  }

  /** Puts a value in the place of all. */
  public static EditTrailer set(Message message, String name, TextValue value) {
    return new EditTrailer(message, TrailerEdit.Kind.SET, name, given(name, value), Lists.none());
  }

  /** Gives the trailer one more value. */
  public static EditTrailer add(Message message, String name, TextValue value) {
    return new EditTrailer(message, TrailerEdit.Kind.ADD, name, given(name, value), Lists.none());
  }

  /** Takes out all values. */
  public static EditTrailer remove(Message message, String name) {
    return new EditTrailer(message, TrailerEdit.Kind.REMOVE, name, Option.none(), Lists.none());
  }

  private static Option<TextValue> given(String name, TextValue value) {
    return Option.some(Check.given("trailer", "the value of " + name, value));
  }

  /** A value that the author wrote down. */
  public static TextValue literal(String name, String value) {
    return new LiteralText(Check.headerValue("trailer", name, value));
  }

  /** What happens where the message can have no trailers. Unless one of the steps answers, the pipeline goes on. */
  public EditTrailer onFailure(Step... steps) {
    return new EditTrailer(message, kind, name, value, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return switch (kind) {
      case SET -> "setTrailer";
      case ADD -> "addTrailer";
      case REMOVE -> "removeTrailer";
    };
  }

  @Override
  public String describe() {
    String trailer = message.part() + " trailer " + name;
    return switch (kind) {
      case SET -> "set " + trailer + " to " + value.get().describe();
      case ADD -> "add " + trailer + ": " + value.get().describe();
      case REMOVE -> "remove " + trailer;
    };
  }

  @Override
  public void plan(Planner planner) {
    planner.only(message.part(), word());
    Bytes field = Bytes.constant(name);
    if (kind == TrailerEdit.Kind.REMOVE) {
      planner.changes();
      planner.emit(ChangeTrailer.remove(field));
      return;
    }
    planner.addsTrailers();
    Label absent = new Label();
    Label end = new Label();
    Label failed = onFailure.isEmpty()
        ? planner.failure("no trailers", FAILED_STATUS, "sluice_no_trailers")
        : planner.detour("no trailers", onFailure, end);
    HeaderWrites.load(planner, name, value.get(), absent);
    planner.emit(new ChangeTrailer(kind, field, planner.headerCell("content-length"), failed));
    if (kind == TrailerEdit.Kind.ADD) {
      planner.next(absent, end);
    } else {
      planner.next(new Jump(end), absent, ChangeTrailer.remove(field), end);
    }
  }
}
