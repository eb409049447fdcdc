package dev.sluice.load;

import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers, for many threads at a time. */
final class Tally {
  private static final int SHOWN = 20;

  private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();
  private final LongAdder failures = new LongAdder();
  private final Queue<String> shown = new ConcurrentLinkedQueue<>();

  private record Counted(Kind kind, int status) {}

  void count(Kind kind, int status) {
    counts.computeIfAbsent(new Counted(kind, status), key -> new LongAdder()).increment();
  }

  /** Notes what must not be; of very many only the first are shown. */
  void fail(Request request, String what) {
    failures.increment();
    if (shown.size() < SHOWN) {
      shown.add(what + "\n" + request);
    }
  }

  long of(Kind kind, int status) {
    LongAdder count = counts.get(new Counted(kind, status));
    return count == null ? 0 : count.sum();
  }

  long of(Kind kind) {
    return counts.keySet()
        .stream()
        .filter(each -> each.kind() == kind)
        .mapToLong(each -> of(kind, each.status()))
        .sum();
  }

  /** How many answers had which status. */
  Map<Integer, Long> statuses() {
    Map<Integer, Long> statuses = new TreeMap<>();
    counts.forEach((counted, count) -> statuses.merge(counted.status(), count.sum(), Long::sum));
    return statuses;
  }

  long failures() {
    return failures.sum();
  }

  Vector<String> shown() {
    return Vector.ofAll(shown);
  }

  /** A row for each kind and status. */
  Vector<String> rows() {
    return Vector.of(Kind.values())
        .flatMap(kind -> kind.statuses.map(
            status -> "| " + kind.words + " | " + status + " | " + of(kind, status) + " |"));
  }
}
