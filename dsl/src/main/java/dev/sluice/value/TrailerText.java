package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;
import dev.sluice.value.BodyText.BodyLimits;
import java.time.Duration;

/**
 * The first value of a trailer (RFC 9110 section 6.5): absent where the message has no such or no trailers at all. The step
 * that reads it waits for the end of the message, and headers and body wait with it, with the limits and branches of
 * {@link BodyText}. In a log part the response's trailers are read as the proxy has them, and nothing is waited for:
 * those of a response in whose place a response part has answered may still be there.
 */
public sealed interface TrailerText extends TextValue permits TrailerText.OfRequest, TrailerText.OfResponse {
  String name();

  BodyLimits limits();

  /** Whether messages of gRPC are waited for. */
  boolean grpc();

  /** The same trailer, waited for so. */
  TrailerText with(BodyLimits limits, boolean grpc);

  /** The body before it has at most so many bytes. */
  default TrailerText limit(int bytes) {
    return with(limits().bytes(bytes), grpc());
  }

  /** Waits at most so long, from one millisecond to an hour. */
  default TrailerText within(Duration time) {
    return with(limits().millis(Check.millis("within", time)), grpc());
  }

  /** What answers a body above the limit; unless given, a request 413 and a response 502. */
  default TrailerText onTooLarge(TerminalStep step) {
    return with(limits().onTooLarge(step), grpc());
  }

  /** What answers a message that may never end; unless given, a request 400 and a response 502. */
  default TrailerText onEndless(TerminalStep step) {
    return with(limits().onEndless(step), grpc());
  }

  /** What answers a message that does not end in time; unless given, a request 408 and a response 504. */
  default TrailerText onLate(TerminalStep step) {
    return with(limits().onLate(step), grpc());
  }

  /** Waits for messages of gRPC as well: for calls of one message, since one that streams is held until it ends. */
  default TrailerText alsoGrpc() {
    return with(limits(), true);
  }

  /** Reads a trailer of a message whose end has been waited for. */
  final class Trailer extends Reader {
    private final Bytes name;

    Trailer(String name) {
      this.name = Bytes.constant(name);
    }

    @Override
    public Bytes read(Run run) {
      return run.body().trailer(name);
    }
  }

  /** Of the request; for request parts. */
  record OfRequest(String name, BodyLimits limits, boolean grpc) implements TrailerText {
    @Needs({Callback.REQUEST_HEADERS, Callback.REQUEST_BODY, Callback.REQUEST_TRAILERS})
    public OfRequest {
      name = Check.headerName("requestTrailer", name);
      Check.given("requestTrailer", "the limits", limits);
    }

    /** With the limits that hold unless others are given. */
    public static OfRequest named(String name) {
      return new OfRequest(name, BodyLimits.STANDARD, false);
    }

    @Override
    public TrailerText with(BodyLimits other, boolean alsoGrpc) {
      return new OfRequest(name, other, alsoGrpc);
    }

    @Override
    public String describe() {
      return "request trailer " + name;
    }

    @Override
    public Reader reader(Planner planner) {
      planner.only("request", "requestTrailer(..)");
      limits.await(planner, grpc, 413, 400, 408);
      return new Trailer(name);
    }
  }

  /** Of the response; for response and log parts. */
  record OfResponse(String name, BodyLimits limits, boolean grpc) implements TrailerText {
    @Needs({Callback.RESPONSE_HEADERS, Callback.RESPONSE_BODY, Callback.RESPONSE_TRAILERS})
    public OfResponse {
      name = Check.headerName("responseTrailer", name);
      Check.given("responseTrailer", "the limits", limits);
    }

    /** With the limits that hold unless others are given. */
    public static OfResponse named(String name) {
      return new OfResponse(name, BodyLimits.STANDARD, false);
    }

    @Override
    public TrailerText with(BodyLimits other, boolean alsoGrpc) {
      return new OfResponse(name, other, alsoGrpc);
    }

    @Override
    public String describe() {
      return "response trailer " + name;
    }

    @Override
    public Reader reader(Planner planner) {
      if (planner.phase().name().equals("log")) {
        return planner.loggedTrailer(name);
      }
      planner.only("response", "responseTrailer(..)");
      limits.await(planner, grpc, 502, 502, 504);
      return new Trailer(name);
    }
  }
}
