package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.plan.Asked;
import dev.sluice.plan.AwaitCall;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.LiteralText;
import java.util.ArrayList;
import java.util.List;

/** Makes a call and goes on at once. */
final class SendCall extends Op implements AwaitCall.Sender {
  private static final Bytes NO_TRAILERS = HeaderMapCodec.encode(Lists.none()).asConstant();
  private static final String AUTHORITY = ":authority";

  private final Asked asked;
  private final HttpCall call;
  private final Bytes cluster;
  private final Bytes[] names;
  private final Reader[] values;
  private final Reader body;

  private SendCall(Asked asked, HttpCall call, Bytes[] names, Reader[] values, Reader body) {
    this.asked = asked;
    this.call = call;
    this.cluster = Bytes.constant(call.cluster().name());
    this.names = names;
    this.values = values;
    this.body = body;
  }

  static SendCall plan(Planner planner, HttpCall call, Asked asked) {
    CallRequest request = call.request();
    boolean ownAuthority = false;
    for (HeaderField field : request.headers()) {
      ownAuthority |= field.name().equals(AUTHORITY);
    }
    int fixed = ownAuthority ? 2 : 3;
    Bytes[] names = new Bytes[fixed + request.headers().size()];
    Reader[] values = new Reader[names.length];
    names[0] = Bytes.constant(":method");
    values[0] = constant(planner, request.method());
    names[1] = Bytes.constant(":path");
    values[1] = request.path().reader(planner);
    if (!ownAuthority) {
      names[2] = Bytes.constant(AUTHORITY);
      values[2] = constant(planner, call.cluster().authority());
    }
    for (int i = fixed; i < names.length; i++) {
      HeaderField field = request.headers().get(i - fixed);
      names[i] = Bytes.constant(field.name());
      values[i] = field.value().reader(planner);
    }
    return new SendCall(
        asked, call, names, values, request.body().isDefined() ? request.body().get().reader(planner) : null);
  }

  private static Reader constant(Planner planner, String text) {
    return new LiteralText(text).reader(planner);
  }

  int slot() {
    return asked.slot();
  }

  @Override
  public int run(Run run, int pc) {
    run.newCall(asked, call.bodyLimit());
    send(run);
    return pc + 1;
  }

  @Override
  public void send(Run run) {
    Bytes text = body == null ? null : body.read(run);
    Bytes headers = headers(run);
    if (headers == null) {
      run.callRefused(asked, "one of its headers has CR, LF or NUL in it, which would end it");
    } else {
      run.call(asked, cluster, headers, text == null ? Bytes.EMPTY : text, NO_TRAILERS, call.millis());
    }
  }

  /** The request's headers, null where one of them cannot be sent. */
  private Bytes headers(Run run) {
    List<Header> pairs = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      Bytes value = values[i].read(run);
      if (value == null) {
        continue;
      }
      if (!Check.isHeaderValue(value)) {
        return null;
      }
      pairs.add(new Header(names[i], value));
    }
    return HeaderMapCodec.encode(pairs);
  }
}
