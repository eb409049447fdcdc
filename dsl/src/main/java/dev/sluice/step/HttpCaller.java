package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.plan.Asked;
import dev.sluice.plan.Call;
import dev.sluice.plan.Caller;
import dev.sluice.plan.Callout;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.LiteralText;
import java.util.ArrayList;
import java.util.List;

/** Makes an HTTP call. */
final class HttpCaller extends Caller {
  private static final String AUTHORITY = ":authority";

  private final HttpCall call;
  private final int slot;
  private final Asked asked;
  private final Bytes cluster;
  private final Bytes[] names;
  private final Reader[] values;
  private final Reader body;

  private HttpCaller(HttpCall call, int slot, Asked asked, Bytes[] names, Reader[] values, Reader body) {
    super(call.limits().retries(), call.limits().pauseOrNull());
    this.call = call;
    this.slot = slot;
    this.asked = asked;
    this.cluster = Bytes.constant(call.cluster().name());
    this.names = names;
    this.values = values;
    this.body = body;
  }

  /** @param asked what is asked of the answer, which may belong to another slot in the end */
  static HttpCaller plan(Planner planner, HttpCall call, int slot, Asked asked) {
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
    Reader body = request.body().isDefined() ? request.body().get().reader(planner) : null;
    return new HttpCaller(call, slot, asked, names, values, body);
  }

  private static Reader constant(Planner planner, String text) {
    return new LiteralText(text).reader(planner);
  }

  int slot() {
    return slot;
  }

  /**
   * Makes the call for the first time. What is sent is read before the slot is taken: it may stem from the answer that was
   * in it.
   */
  void begin(Run run) {
    Bytes headers = headers(run);
    Bytes text = body == null ? null : body.read(run);
    Callout.prepare(run, slot, asked, call.limits().bytes(), headers, text == null ? Bytes.EMPTY : text);
    send(run);
  }

  @Override
  public void send(Run run) {
    call(run).send(run, cluster, call.limits().millis());
  }

  @Override
  protected Callout call(Run run) {
    return run.callout(slot);
  }

  @Override
  protected boolean isGood(Call made) {
    Callout callout = (Callout) made;
    return callout.isAnswered() && (call.limits().errors() || !callout.isServerError());
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
