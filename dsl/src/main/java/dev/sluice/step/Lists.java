package dev.sluice.step;

import java.util.ArrayList;
import java.util.List;

final class Lists {
  private Lists() {}

  static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
