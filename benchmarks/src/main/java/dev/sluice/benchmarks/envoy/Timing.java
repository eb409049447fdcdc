package dev.sluice.benchmarks.envoy;

import java.util.ArrayList;
import java.util.List;

/** Microseconds a request of one subject, round by round. */
final class Timing {
  final Subject subject;
  private final List<Double> rounds = new ArrayList<>();

  Timing(Subject subject) {
    this.subject = subject;
  }

  void add(double micros) {
    rounds.add(micros);
  }

  /** The rounds' median. */
  double median() {
    return median(rounds);
  }

  /** By how much this is above the other one: the median over pairs of the same round, which had the same machine. */
  double above(Timing other) {
    return median(differences(other));
  }

  /** The quartiles of these differences, as text. */
  String spread(Timing other) {
    List<Double> sorted = differences(other).stream().sorted().toList();
    return "%.1f to %.1f".formatted(sorted.get(sorted.size() / 4), sorted.get(sorted.size() - 1 - sorted.size() / 4));
  }

  private List<Double> differences(Timing other) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      differences.add(rounds.get(i) - other.rounds.get(i));
    }
    return differences;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
