package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.plan.Call;
import dev.sluice.plan.Caller;
import dev.sluice.plan.Check;
import dev.sluice.plan.GrpcCallout;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import java.util.ArrayList;
import java.util.List;

/** Makes a gRPC call. A class for each kind, so that a module with calls alone has no streams, nor the timers of these. */
abstract class GrpcCaller extends Caller {
  private final Plan plan;

  GrpcCaller(Plan plan) {
    super(plan.limits.retries(), plan.limits.pauseOrNull());
    this.plan = plan;
  }

  /** What a call needs beside its messages. */
  static final class Plan {
    private final GrpcCallout.Method method;
    private final CallLimits limits;
    private final int slot;
    private final Bytes[] names;
    private final Reader[] values;

    Plan(GrpcCallout.Method method, CallLimits limits, int slot, Bytes[] names, Reader[] values) {
      this.method = method;
      this.limits = limits;
      this.slot = slot;
      this.names = names;
      this.values = values;
    }

    /** A call of one message. */
    GrpcCaller unary(Reader message) {
      return new Unary(this, message);
    }

    /** A stream on which these messages are sent. */
    GrpcCaller streaming(Reader[] messages, int most) {
      return new Streaming(this, messages, most);
    }
  }

  static Plan plan(Planner planner, GrpcTarget target, CallLimits limits, int slot) {
    Bytes[] names = new Bytes[target.metadata().size()];
    Reader[] values = new Reader[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Bytes.utf8(target.metadata().get(i).name());
      values[i] = target.metadata().get(i).value().reader(planner);
    }
    GrpcCallout.Method method = new GrpcCallout.Method(
        target.cluster().name(), target.upstream(), Bytes.constant(target.service()), Bytes.constant(target.method()));
    return new Plan(method, limits, slot, names, values);
  }

  /** Makes ready for the first attempt. */
  abstract void prepare(Run run);

  abstract void send(Run run, GrpcCallout callout, GrpcCallout.Method method, Bytes metadata);

  @Override
  public final void send(Run run) {
    Bytes metadata = metadata(run);
    if (metadata == null) {
      call(run).refuse(run, "some of its metadata has CR, LF or NUL in it, which would end it");
    } else {
      send(run, call(run), plan.method, metadata);
    }
  }

  /** The metadata, null where some of it cannot be sent. */
  private Bytes metadata(Run run) {
    List<Header> pairs = new ArrayList<>();
    for (int i = 0; i < plan.names.length; i++) {
      Bytes value = plan.values[i].read(run);
      if (value == null) {
        continue;
      }
      if (!Check.isHeaderValue(value)) {
        return null;
      }
      pairs.add(new Header(plan.names[i], value));
    }
    return HeaderMapCodec.encode(pairs);
  }

  @Override
  protected final GrpcCallout call(Run run) {
    return run.grpc(plan.slot);
  }

  @Override
  protected final boolean isGood(Call made) {
    int status = ((GrpcCallout) made).status();
    return status == 0 || status > 0 && plan.limits.errors();
  }

  private static final class Unary extends GrpcCaller {
    private final Plan plan;
    private final Reader message;

    Unary(Plan plan, Reader message) {
      super(plan);
      this.plan = plan;
      this.message = message;
    }

    @Override
    void prepare(Run run) {
      GrpcCallout.prepare(run, plan.slot, plan.limits.bytes());
    }

    @Override
    void send(Run run, GrpcCallout callout, GrpcCallout.Method method, Bytes metadata) {
      Bytes sent = message.read(run);
      callout.call(run, method, metadata, sent == null ? Bytes.EMPTY : sent, plan.limits.millis());
    }
  }

  private static final class Streaming extends GrpcCaller {
    private final Plan plan;
    private final Reader[] messages;
    private final int most;

    Streaming(Plan plan, Reader[] messages, int most) {
      super(plan);
      this.plan = plan;
      this.messages = messages;
      this.most = most;
    }

    @Override
    void prepare(Run run) {
      GrpcCallout.prepareStream(run, plan.slot, most, plan.limits.bytes());
    }

    @Override
    void send(Run run, GrpcCallout callout, GrpcCallout.Method method, Bytes metadata) {
      Bytes[] sent = new Bytes[messages.length];
      int count = 0;
      for (Reader message : messages) {
        Bytes text = message.read(run);
        if (text != null) {
          sent[count++] = text;
        }
      }
      Bytes[] there = new Bytes[count];
      System.arraycopy(sent, 0, there, 0, count);
      callout.stream(run, method, metadata, there, plan.limits.millis());
    }
  }

  /** Makes a call for the first time and goes on at once. */
  static final class Begin extends Op {
    private final GrpcCaller caller;

    Begin(GrpcCaller caller) {
      this.caller = caller;
    }

    @Override
    public int run(Run run, int pc) {
      caller.prepare(run);
      caller.send(run);
      return pc + 1;
    }
  }
}
