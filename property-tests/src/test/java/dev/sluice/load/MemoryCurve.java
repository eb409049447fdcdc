package dev.sluice.load;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/**
 * Resident memory over requests.
 *
 * @param samples KiB by number of requests sent
 */
record MemoryCurve(SortedMap<Long, Long> samples) {
  static final MemoryCurve EMPTY = new MemoryCurve(TreeMap.empty());

  MemoryCurve with(long requests, long kib) {
    return new MemoryCurve(samples.put(requests, kib));
  }

  /** What the last half of the samples is apart at most, in parts of its smallest one. */
  double spreadOfLastHalf() {
    Vector<Long> half = samples.values().toVector().drop(samples.size() / 2);
    return (half.max().get() - half.min().get()) / (double) half.min().get();
  }

  /** A row for each sample. */
  Vector<String> rows() {
    return samples.toVector().map(sample -> "| " + sample._1 + " | " + sample._2 + " |");
  }
}
