package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Check;
import dev.sluice.plan.HostRefusal;
import dev.sluice.plan.LogLine;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Run;
import dev.sluice.plan.StaleHeaders;
import dev.sluice.value.BodyText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** The view that lasts as long as its step, so that an exchange kept for later cannot act on another stream. */
final class RunExchange implements Exchange {
  private final Custom.Planned planned;
  private Run run;
  private Respond reply;
  private boolean handedOut;

  RunExchange(Run run, Custom.Planned planned) {
    this.run = run;
    this.planned = planned;
  }

  void close() {
    if (handedOut) {
      run.forgetAll();
    }
    run = null;
  }

  /** The reply to be sent, null for none. */
  Respond reply() {
    return reply;
  }

  private Run running() {
    if (run == null) {
      throw new IllegalStateException("an Exchange was used after its step had ended; use it within the step only");
    }
    return run;
  }

  private Run withMessage() {
    if (!running().program().phase().hasMessage()) {
      throw new IllegalStateException("there is no HTTP message in a " + part() + " part");
    }
    return run;
  }

  private Run open() {
    if (!withMessage().program().phase().isOpen()) {
      throw new IllegalStateException("nothing can be changed in a " + part() + " part: the stream is over");
    }
    return run;
  }

  @Override
  public String part() {
    return running().program().phase().name();
  }

  // reading

  @Override
  public Option<Bytes> read(TextValue value) {
    return Option.of(planned.text(declared(value)).read(running()));
  }

  @Override
  public Option<Long> read(NumberValue value) {
    long number = planned.number(declared(value)).read(running());
    return number == LongReader.ABSENT ? Option.none() : Option.some(number);
  }

  private int declared(Value<?> value) {
    int at = planned.step().reads().indexOf(Check.given("read", "the value", value));
    if (at < 0) {
      throw new IllegalStateException(
          value.describe() + " is not declared: give it to reads(..), so that it is waited for");
    }
    return at;
  }

  @Override
  public Option<Bytes> header(String name) {
    return Option.of(withMessage().readHeader(Bytes.utf8(Check.fieldName("header", name))));
  }

  @Override
  public List<Bytes> headerValues(String name) {
    Bytes wanted = Bytes.utf8(Check.fieldName("headerValues", name));
    List<Bytes> values = new ArrayList<>();
    withMessage().pairs().forEach((field, value) -> {
      if (field.equalsIgnoreCase(wanted)) {
        values.add(value);
      }
    });
    return values;
  }

  @Override
  public Option<Bytes> property(String... path) {
    Bytes name = Bytes.utf8(String.join("\0", Check.some("property", "segment", path)));
    Fetched found = running().host().properties().get(name);
    if (found.isOk()) {
      return Option.some(found.bytes());
    }
    if (found.status() == Status.NOT_FOUND) {
      return Option.none();
    }
    throw new HostRefusal("proxy_get_property", found.status());
  }

  // changing

  @Override
  public void setHeader(String name, String value) {
    String field = Check.fieldName("setHeader", name);
    open().replaceHeader(Bytes.utf8(field), Bytes.utf8(Check.headerValue("setHeader", field, value)));
    run.forgetAll();
  }

  @Override
  public void addHeader(String name, String value) {
    String field = Check.headerName("addHeader", name);
    open().addHeader(Bytes.utf8(field), Bytes.utf8(Check.headerValue("addHeader", field, value)));
    run.forgetAll();
  }

  @Override
  public void removeHeader(String name) {
    open().removeHeader(Bytes.utf8(Check.headerName("removeHeader", name)));
    run.forgetAll();
  }

  @Override
  public boolean replaceBody(Bytes body) {
    open();
    Check.given("replaceBody", "the body", body);
    boolean declared = false;
    for (Value<?> value : planned.step().reads()) {
      declared |= value instanceof BodyText;
    }
    if (!declared) {
      throw new IllegalStateException("the body is not held: give requestBody() or responseBody() to reads(..)");
    }
    if (!run.body().isThere()) {
      return false;
    }
    StaleHeaders.remove(run);
    run.body().replace(body);
    return true;
  }

  @Override
  public void setProperty(String name, Bytes value) {
    Bytes key = Bytes.utf8(Check.propertyName("setProperty", name));
    Status status = running().host().properties().set(key, Check.given("setProperty", "the value", value));
    if (!status.isOk()) {
      throw new HostRefusal("proxy_set_property", status);
    }
    run.forgetAll();
  }

  @Override
  public void bind(String name, Bytes value) {
    running();
    int at = planned.step().binds().indexOf(Check.given("bind", "the name", name));
    if (at < 0) {
      throw new IllegalStateException("\"" + name + "\" is not declared: give it to binds(..)");
    }
    run.variable(planned.slot(at), Check.given("bind", "the value of " + name, value));
  }

  @Override
  public void bind(String name, String value) {
    bind(name, Bytes.utf8(Check.given("bind", "the value of " + name, value)));
  }

  // telling

  @Override
  public void log(LogLevel level, String line) {
    Check.given("log", "the level", level);
    running().log(level, LogLine.of(Bytes.utf8(Check.given("log", "the line", line))));
  }

  @Override
  public void add(CounterMetric counter, long number) {
    change(counter, ChangeMetric.How.ADD, number);
  }

  @Override
  public void add(GaugeMetric gauge, long number) {
    change(gauge, ChangeMetric.How.ADD, number);
  }

  @Override
  public void set(GaugeMetric gauge, long number) {
    change(gauge, ChangeMetric.How.RECORD, number);
  }

  @Override
  public void record(HistogramMetric histogram, long sample) {
    change(histogram, ChangeMetric.How.RECORD, sample);
  }

  private void change(Metric metric, ChangeMetric.How how, long number) {
    running();
    int at = planned.step().metrics().indexOf(Check.given("metric", "the metric", metric));
    if (at < 0) {
      throw new IllegalStateException("metric " + metric.name() + " is not declared: give it to changes(..)");
    }
    if (!metric.takes(how, number)) {
      throw new IllegalArgumentException("metric " + metric.name() + " does not take a number below zero");
    }
    planned.metric(at).change(run, how, number);
  }

  @Override
  public void respond(Respond answer) {
    open();
    Check.given("respond", "the reply", answer);
    if (reply != null) {
      throw new IllegalStateException("a step answered twice; answer once and return");
    }
    reply = answer;
  }

  @Override
  public Hostcalls hostcalls() {
    handedOut = true;
    return running().host();
  }
}
