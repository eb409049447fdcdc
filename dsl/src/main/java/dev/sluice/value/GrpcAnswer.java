package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.GrpcCallout;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;

/**
 * The answer to a gRPC call that a step before has made; all of it is absent where that step did not run or the call was
 * not made.
 *
 * @param call the name of the call
 */
public record GrpcAnswer(String call) {
  /** The name of a call that was given none. */
  public static final String UNNAMED = "grpc call";

  public GrpcAnswer {
    Check.given("grpcAnswer", "the name of the call", call);
  }

  /**
   * The message that came, of several the first; absent where the call failed or none came.
   * <pre>{@code setHeader("x-role", grpcAnswer().message().protobuf(3))}</pre>
   */
  public TextValue message() {
    return new Message(call);
  }

  /**
   * The messages that came, in order.
   * <pre>{@code setHeader("x-found", grpcAnswer().messages().count().asText())}</pre>
   */
  public ListValue messages() {
    return new Messages(call);
  }

  /**
   * The status that the call ended with (0 to 16), also where that means that it failed.
   * <pre>{@code when(grpcAnswer().status().is(5)).respond(404)}</pre>
   */
  public NumberValue status() {
    return new Status(call);
  }

  /**
   * What the service, or the proxy, said about the status.
   * <pre>{@code log(LogLevel.WARN, grpcAnswer().statusMessage())}</pre>
   */
  public TextValue statusMessage() {
    return new StatusMessage(call);
  }

  /** See {@link GrpcAnswer#message}. */
  public record Message(String call) implements TextValue {
    @Override
    public String describe() {
      return "message of " + call;
    }

    @Override
    public Reader reader(Planner planner) {
      int slot = planner.grpcAnswer(call);
      return new Reader() {
        @Override
        public Bytes read(Run run) {
          GrpcCallout callout = run.grpc(slot);
          return callout == null || callout.messages() == 0 ? null : callout.message(0);
        }
      };
    }
  }

  /** See {@link GrpcAnswer#messages}. */
  public record Messages(String call) implements ListValue {
    @Override
    public String describe() {
      return "messages of " + call;
    }

    @Override
    public ListReader lister(Planner planner) {
      int slot = planner.grpcAnswer(call);
      return new ListReader() {
        @Override
        boolean each(Run run, ElementVisitor visitor) {
          GrpcCallout callout = run.grpc(slot);
          for (int i = 0; callout != null && i < callout.messages(); i++) {
            if (!visitor.visit(callout.message(i))) {
              return false;
            }
          }
          return true;
        }
      };
    }
  }

  /** See {@link GrpcAnswer#status}. */
  public record Status(String call) implements NumberValue {
    @Override
    public String describe() {
      return "status of " + call;
    }

    @Override
    public LongReader number(Planner planner) {
      int slot = planner.grpcAnswer(call);
      return new LongReader() {
        @Override
        public long read(Run run) {
          GrpcCallout callout = run.grpc(slot);
          return callout == null || callout.status() < 0 ? ABSENT : callout.status();
        }
      };
    }
  }

  /** See {@link GrpcAnswer#statusMessage}. */
  public record StatusMessage(String call) implements TextValue {
    @Override
    public String describe() {
      return "status message of " + call;
    }

    @Override
    public Reader reader(Planner planner) {
      int slot = planner.grpcAnswer(call);
      return new Reader() {
        @Override
        public Bytes read(Run run) {
          GrpcCallout callout = run.grpc(slot);
          return callout == null ? null : callout.statusMessage();
        }
      };
    }
  }
}
