package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.plan.AwaitBody;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * A whole body, empty where the message has none. The step that reads it waits for all of it, and headers wait with it,
 * so that they can still be changed. What is larger than the limit, may never end (an upgrade, CONNECT, gRPC,
 * server-sent events) or does not come in time is not waited for: its branch answers.
 */
public sealed interface BodyText extends TextValue permits RequestBodyText, ResponseBodyText {
  /** Most bytes unless another limit is given: 1 MiB, which is also how much Envoy holds unless told otherwise. */
  int DEFAULT_LIMIT = 1 << 20;

  /** Longest wait unless another is given: 5 seconds. */
  int DEFAULT_MILLIS = 5_000;

  BodyLimits limits();

  /** The same body with these limits. */
  BodyText with(BodyLimits limits);

  /** At most so many bytes. */
  default BodyText limit(int bytes) {
    return with(limits().bytes(bytes));
  }

  /** Waits at most so long, from one millisecond to an hour. */
  default BodyText within(Duration time) {
    return with(limits().millis(Check.millis("within", time)));
  }

  /** What answers a body above the limit; unless given, a request 413 and a response 502. */
  default BodyText onTooLarge(TerminalStep step) {
    return with(limits().onTooLarge(step));
  }

  /** What answers a body that may never end; unless given, a request 400 and a response 502. */
  default BodyText onEndless(TerminalStep step) {
    return with(limits().onEndless(step));
  }

  /** What answers a body that does not come in time; unless given, a request 408 and a response 504. */
  default BodyText onLate(TerminalStep step) {
    return with(limits().onLate(step));
  }

  /** The body without its content codings, see {@link DecodedBody}. */
  default DecodedBody decoded() {
    return DecodedBody.of(this);
  }

  /** Whether it is the request's. */
  default boolean isOfRequest() {
    return this instanceof RequestBodyText;
  }

  /** For the planner: has the whole body waited for. */
  void await(Planner planner);

  @Override
  default Reader reader(Planner planner) {
    await(planner);
    return new All();
  }

  /** Reads the body that has been waited for. */
  final class All extends Reader {
    @Override
    public Bytes read(Run run) {
      return run.body().bytes();
    }

    @Override
    public boolean isAbsent(Run run) {
      return false;
    }
  }

  /**
   * How long and how much is waited for.
   *
   * @param bytes most bytes
   * @param millis longest wait
   */
  record BodyLimits(
      int bytes, int millis, Option<TerminalStep> tooLarge, Option<TerminalStep> endless, Option<TerminalStep> late) {
    static final BodyLimits STANDARD =
        new BodyLimits(DEFAULT_LIMIT, DEFAULT_MILLIS, Option.none(), Option.none(), Option.none());

    BodyLimits bytes(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("limit: " + Decimal.of(most) + " bytes; give 0 or more");
      }
      return new BodyLimits(most, millis, tooLarge, endless, late);
    }

    BodyLimits millis(int longest) {
      return new BodyLimits(bytes, longest, tooLarge, endless, late);
    }

    BodyLimits onTooLarge(TerminalStep step) {
      Check.given("onTooLarge", "the step", step);
      return new BodyLimits(bytes, millis, Option.some(step), endless, late);
    }

    BodyLimits onEndless(TerminalStep step) {
      Check.given("onEndless", "the step", step);
      return new BodyLimits(bytes, millis, tooLarge, Option.some(step), late);
    }

    BodyLimits onLate(TerminalStep step) {
      Check.given("onLate", "the step", step);
      return new BodyLimits(bytes, millis, tooLarge, endless, Option.some(step));
    }

    /** For the planner. */
    void await(Planner planner, boolean grpc, int tooLargeStatus, int endlessStatus, int lateStatus) {
      planner.holdsForBody();
      planner.emit(
          new AwaitBody(
              bytes, millis, grpc,
              branch(planner, "body too large", tooLarge, tooLargeStatus, "sluice_body_too_large"),
              branch(planner, "body may never end", endless, endlessStatus, "sluice_body_endless"),
              branch(planner, "body late", late, lateStatus, "sluice_body_late")));
    }

    private static Label branch(
        Planner planner, String name, Option<TerminalStep> step, int status, String details) {
      return step.isDefined() ? planner.aside(name, step.get()) : planner.failure(name, status, details);
    }
  }
}
