package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import java.util.List;

/**
 * The author's own code as a step. What it declares to read is waited for (bodies, answers) before it runs, with the
 * limits and branches of these values; it reads them with {@link Exchange#read}. What it declares to bind is known by
 * {@code ref(name)} to the steps behind it. Metrics that it declares to change are defined once, like those of the words.
 *
 * <pre>{@code
 * step("tenant", reads(requestBody(), path()), exchange ->
 *     exchange.bind("tenant", exchange.read(path()).get().slice(1, 5)))
 *   .binds("tenant"),
 * setHeader("x-tenant", ref("tenant"))
 * }</pre>
 *
 * <p>Two are equal when their declarations are and their code is the same object.
 */
public record Custom(
    String name, List<Value<?>> reads, List<String> binds, List<Metric> metrics, StepBody body)
    implements
    Step {
  public Custom {
    Check.given("step", "the name", name);
    Check.given("step", "the code", body);
    reads = Lists.copy(Check.given("step", "the list of values that are read", reads));
    binds = Lists.copy(Check.given("step", "the list of names that are bound", binds));
    metrics = Lists.copy(Check.given("step", "the list of metrics that are changed", metrics));
    for (Value<?> value : reads) {
      if (!(value instanceof TextValue || value instanceof NumberValue)) {
        throw new IllegalArgumentException("reads: " + value.describe() + " is neither a text nor a number");
      }
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("step: the name is blank; give one that tells it apart in logs");
    }
  }

  /** The same step, which binds values to these names; one that it does not bind keeps the value it had. */
  public Custom binds(String... names) {
    return new Custom(name, reads, Lists.concat(binds, Check.some("binds", "name", names)), metrics, body);
  }

  /** The same step, which changes these metrics. */
  public Custom changes(Metric... changed) {
    return new Custom(name, reads, binds, Lists.concat(metrics, Check.some("changes", "metric", changed)), body);
  }

  @Override
  public String word() {
    return "step \"" + name + "\"";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder(word());
    for (int i = 0; i < reads.size(); i++) {
      text.append(i == 0 ? " reads " : ", ").append(reads.get(i).describe());
    }
    for (int i = 0; i < binds.size(); i++) {
      text.append(i == 0 ? " binds " : ", ").append('"').append(binds.get(i)).append('"');
    }
    for (int i = 0; i < metrics.size(); i++) {
      text.append(i == 0 ? " changes metric " : ", ").append(metrics.get(i).name());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    Reader[] readers = new Reader[reads.size()];
    LongReader[] numbers = new LongReader[readers.length];
    for (int i = 0; i < readers.length; i++) {
      if (reads.get(i) instanceof TextValue text) {
        readers[i] = text.reader(planner);
      } else if (reads.get(i) instanceof NumberValue number) {
        numbers[i] = number.number(planner);
      }
    }
    int[] slots = new int[binds.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = planner.bind(binds.get(i));
    }
    MetricUse[] uses = new MetricUse[metrics.size()];
    for (int i = 0; i < uses.length; i++) {
      uses[i] = MetricUse.plan(planner, metrics.get(i));
    }
    planner.emit(new Call(new Planned(this, readers, numbers, slots, uses)));
  }

  /** What the step has declared, as it is planned; each in the order of its declaration. */
  static final class Planned {
    private final Custom step;
    private final Reader[] texts;
    private final LongReader[] numbers;
    private final int[] slots;
    private final MetricUse[] metrics;

    private Planned(Custom step, Reader[] texts, LongReader[] numbers, int[] slots, MetricUse[] metrics) {
      this.step = step;
      this.texts = texts;
      this.numbers = numbers;
      this.slots = slots;
      this.metrics = metrics;
    }

    Custom step() {
      return step;
    }

    /** Reads a value that is a text. */
    Reader text(int read) {
      return texts[read];
    }

    /** Reads a value that is a number. */
    LongReader number(int read) {
      return numbers[read];
    }

    /** The slot of a variable that is bound. */
    int slot(int bind) {
      return slots[bind];
    }

    MetricUse metric(int metric) {
      return metrics[metric];
    }
  }

  private static final class Call extends Op {
    private final Planned planned;

    Call(Planned planned) {
      this.planned = planned;
    }

    @Override
    public int run(Run run, int pc) {
      RunExchange exchange = new RunExchange(run, planned);
      try {
        planned.step.body.run(exchange);
      } finally {
        exchange.close();
      }
      Respond reply = exchange.reply();
      return reply == null ? pc + 1 : run.reply(reply.once(), pc);
    }

    @Override
    public boolean isOpaque() {
      return true;
    }
  }
}
