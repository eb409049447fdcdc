package dev.sluice.host.model;

/**
 * What a histogram has seen so far. All numbers are unsigned 64-bit integers.
 *
 * @param count how many samples
 * @param sum of all of them
 * @param least 0 where there is no sample
 * @param greatest 0 where there is no sample
 */
public record HistogramSummary(long count, long sum, long least, long greatest) {
  static final HistogramSummary EMPTY = new HistogramSummary(0, 0, 0, 0);

  HistogramSummary with(long sample) {
    boolean first = count == 0;
    return new HistogramSummary(
        count + 1,
        sum + sample,
        first || Long.compareUnsigned(sample, least) < 0 ? sample : least,
        first || Long.compareUnsigned(sample, greatest) > 0 ? sample : greatest);
  }
}
