package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.MetricTable;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A metric as a step changes it: which of its combinations of tag values is meant. */
final class MetricUse {
  private static final Bytes OTHER = Bytes.utf8("other");
  private static final Bytes NONE = Bytes.utf8("none");
  private static final int LONGEST = 64;

  private final MetricTable table;
  private final Bytes name;
  private final Tag[] tags;

  private MetricUse(MetricTable table, Bytes name, Tag[] tags) {
    this.table = table;
    this.name = name;
    this.tags = tags;
  }

  private static final class Tag {
    private final Bytes name;
    private final Reader value;
    private final Bytes[] values;
    private final int most;

    Tag(Bytes name, Reader value, Bytes[] values, int most) {
      this.name = name;
      this.value = value;
      this.values = values;
      this.most = most;
    }
  }

  static MetricUse plan(Planner planner, Metric metric) {
    Tag[] tags = new Tag[metric.tags().size()];
    StringBuilder signature = new StringBuilder(metric.type().name());
    for (int i = 0; i < tags.length; i++) {
      MetricTag tag = metric.tags().get(i);
      Bytes[] values = new Bytes[tag.values().size()];
      for (int v = 0; v < values.length; v++) {
        values[v] = Bytes.utf8(tag.values().get(v));
      }
      tags[i] = new Tag(Bytes.utf8(tag.name()), tag.value().reader(planner), values, tag.most());
      signature.append(';').append(tag.name());
    }
    MetricTable table = planner.metric(metric.type(), metric.name(), signature.toString(), tags.length);
    return new MetricUse(table, Bytes.utf8(metric.name()), tags);
  }

  /** The name with the tags as they are now. */
  Bytes name(Run run) {
    Bytes wanted = written(run, false);
    return table.isDefined(wanted) || table.hasRoom() ? wanted : written(run, true);
  }

  private Bytes written(Run run, boolean allOther) {
    ByteSink out = new ByteSink(64).put(name);
    for (int i = 0; i < tags.length; i++) {
      Bytes value = allOther ? OTHER : toldApart(i, tags[i].value.read(run));
      out.put(';').put(tags[i].name).put('=').put(value);
    }
    return out.bytes();
  }

  private Bytes toldApart(int tag, Bytes value) {
    if (value == null) {
      return NONE;
    }
    Bytes[] values = tags[tag].values;
    for (Bytes one : values) {
      if (one.equals(value)) {
        return plain(value);
      }
    }
    Bytes plain = plain(value);
    return values.length == 0 && table.tellsApart(tag, plain, tags[tag].most) ? plain : OTHER;
  }

  /** What could end a value in the name becomes an underscore. */
  private static Bytes plain(Bytes value) {
    byte[] out = new byte[Math.min(value.length(), LONGEST)];
    for (int i = 0; i < out.length; i++) {
      byte b = value.at(i);
      boolean letterOrDigit = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
      out[i] = letterOrDigit || b == '-' || b == '.' || b == ':' || b == '/' ? b : (byte) '_';
    }
    return Bytes.wrap(out);
  }

  /** Changes the metric with its tags as they are now, as a whole. */
  void change(Run run, ChangeMetric.How how, long number) {
    Bytes full = name(run);
    if (!table.isDefined(full)) {
      table.define(run, full);
    }
    change(run, full, how, number);
  }

  boolean isDefined(Bytes full) {
    return table.isDefined(full);
  }

  void define(Run run, Bytes full) {
    table.define(run, full);
  }

  void change(Run run, Bytes full, ChangeMetric.How how, long number) {
    if (how == ChangeMetric.How.ADD) {
      table.add(run, full, number);
    } else {
      table.record(run, full, number);
    }
  }
}
