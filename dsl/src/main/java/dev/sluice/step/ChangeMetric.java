package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import dev.sluice.value.NumberValue;
import java.util.List;

/** Changes a metric by or to a number, see {@link CounterMetric}, {@link GaugeMetric} and {@link HistogramMetric}. */
public record ChangeMetric(Metric metric, How how, NumberValue number) implements Step {

  /** What is done with the number. */
  public enum How {
    ADD, RECORD
  }

  public ChangeMetric {
    Check.given("metric", "the metric", metric);
    Check.given("metric", "how it changes", how);
    Check.given("metric", "the number", number);
  }

  @Override
  public String word() {
    return "metric";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder(how == How.ADD ? "add " : "record ");
    text.append(number.describe()).append(" in metric ").append(metric.name());
    for (MetricTag tag : metric.tags()) {
      text.append(", ").append(tag.name()).append(' ').append(tag.value().describe());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    MetricUse use = MetricUse.plan(planner, metric);
    Label known = new Label();
    Label end = new Label();
    planner.emit(new Find(this, use, number.number(planner), known, end));
    planner.emit(new Define(use));
    planner.next(known, new Change(use, how), end);
  }

  private static final class Find extends Op {
    private final ChangeMetric step;
    private final MetricUse use;
    private final LongReader number;
    private final Label known;
    private final Label end;

    Find(ChangeMetric step, MetricUse use, LongReader number, Label known, Label end) {
      this.step = step;
      this.use = use;
      this.number = number;
      this.known = known;
      this.end = end;
    }

    @Override
    public int run(Run run, int pc) {
      run.text(use.name(run));
      run.number(number.read(run));
      if (!step.metric.takes(step.how, run.number())) {
        return end.pc();
      }
      return use.isDefined(run.text()) ? known.pc() : pc + 1;
    }

    @Override
    public boolean varies() {
      return true;
    }

    @Override
    public List<Way> ways() {
      String name = "the metric " + step.metric.name();
      return List.of(
          Way.onward(name + " is new with its tags"),
          Way.to(known, name + " is known"),
          Way.to(end, step.number.describe() + " is no number for " + name));
    }
  }

  private static final class Define extends Op {
    private final MetricUse use;

    Define(MetricUse use) {
      this.use = use;
    }

    @Override
    public int run(Run run, int pc) {
      use.define(run, run.text());
      return pc + 1;
    }
  }

  private static final class Change extends Op {
    private final MetricUse use;
    private final How how;

    Change(MetricUse use, How how) {
      this.use = use;
      this.how = how;
    }

    @Override
    public int run(Run run, int pc) {
      use.change(run, run.text(), how, run.number());
      return pc + 1;
    }
  }
}
