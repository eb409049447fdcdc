package dev.sluice.plan;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;

/**
 * The metrics of one name that a VM has defined, one for each combination of tag values: a hash table with chains. Each is
 * defined when it is first wanted, and stays defined for as long as the proxy runs, so there is a bound on their number.
 */
public class MetricTable {
  private static final int SMALLEST = 16;
  private static final int MOST = 1000;

  private final MetricType type;
  private final String name;
  private final String signature;
  private final MetricTable next;
  private final Bytes[][] seen;
  private Entry[] table = new Entry[SMALLEST];
  private int count;

  /**
   * Makes a table.
   *
   * @param signature what must be equal wherever the name is used
   * @param tags how many tags there are
   * @param next the table that was made before, null for none
   */
  MetricTable(MetricType type, String name, String signature, int tags, MetricTable next) {
    this.type = type;
    this.name = name;
    this.next = next;
    this.signature = signature;
    this.seen = new Bytes[tags][0];
  }

  boolean isNamed(String wanted) {
    return name.equals(wanted);
  }

  MetricTable next() {
    return next;
  }

  String signature() {
    return signature;
  }

  /** Whether there is room for one more combination of tag values. */
  public boolean hasRoom() {
    return count < MOST;
  }

  /** Whether this value of a tag is among the first so many that came. */
  public boolean tellsApart(int tag, Bytes value, int most) {
    Bytes[] known = seen[tag];
    for (Bytes one : known) {
      if (one.equals(value)) {
        return true;
      }
    }
    if (known.length == most) {
      return false;
    }
    Bytes[] more = new Bytes[known.length + 1];
    System.arraycopy(known, 0, more, 0, known.length);
    more[known.length] = value;
    seen[tag] = more;
    return true;
  }

  private static final class Entry {
    final Bytes name;
    final int handle;
    Entry next;

    Entry(Bytes name, int handle) {
      this.name = name;
      this.handle = handle;
    }
  }

  /** Whether a metric of this name, tags and all, is defined. */
  public boolean isDefined(Bytes full) {
    return find(full) != null;
  }

  private Entry find(Bytes name) {
    Entry at = table[slot(name)];
    while (at != null && !at.name.equals(name)) {
      at = at.next;
    }
    return at;
  }

  private int slot(Bytes name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & (table.length - 1);
  }

  /** Defines a metric that is not defined yet. */
  public void define(Run run, Bytes name) {
    Answer handle = run.host().metrics().define(type, name);
    if (!handle.isOk()) {
      throw new HostRefusal("proxy_define_metric", handle.status());
    }
    if (count == table.length) {
      grow();
    }
    put(new Entry(name, handle.asInt()));
    count++;
  }

  private void put(Entry entry) {
    int slot = slot(entry.name);
    entry.next = table[slot];
    table[slot] = entry;
  }

  private void grow() {
    Entry[] old = table;
    table = new Entry[2 * old.length];
    for (Entry chain : old) {
      Entry at = chain;
      while (at != null) {
        Entry next = at.next;
        put(at);
        at = next;
      }
    }
  }

  /** Adds to a counter or gauge that is defined. */
  public void add(Run run, Bytes name, long by) {
    done("proxy_increment_metric", run.host().metrics().increment(find(name).handle, by));
  }

  /** Sets a gauge, or records a sample of a histogram, that is defined. */
  public void record(Run run, Bytes name, long value) {
    done("proxy_record_metric", run.host().metrics().record(find(name).handle, value));
  }

  private static void done(String hostcall, Status status) {
    if (!status.isOk()) {
      throw new HostRefusal(hostcall, status);
    }
  }
}
