package dev.sluice.explain;

import dev.sluice.step.AllCalls;
import dev.sluice.step.Choose;
import dev.sluice.step.FirstCall;
import dev.sluice.step.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a step is made of beside other steps: values, names, limits, requests. */
public final class StepParts {
  private StepParts() {}

  /** The parts that belong to the step itself, not to steps within it. */
  public static List<Object> own(Step step) {
    List<Object> parts = new ArrayList<>();
    switch (step) {
      case Choose choose -> choose.cases().forEach(one -> parts.add(one.condition()));
      case AllCalls all -> all.calls().forEach(call -> parts.addAll(own(call)));
      case FirstCall first -> first.calls().forEach(call -> parts.addAll(own(call)));
      default -> Records.parts(step).stream().filter(part -> !(part instanceof Step)).forEach(parts::add);
    }
    return parts;
  }

  /** Everything of this type within a step, steps within it left out. */
  public static <T> List<T> within(Step step, Class<T> type) {
    List<T> found = new ArrayList<>();
    own(step).forEach(part -> found.addAll(within(part, type)));
    return found;
  }

  /** Everything of this type within a part of a step. */
  public static <T> List<T> within(Object part, Class<T> type) {
    List<T> found = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>(List.of(part));
    while (!open.isEmpty()) {
      Object at = open.pop();
      if (type.isInstance(at)) {
        found.add(type.cast(at));
      }
      List<Object> parts = at instanceof Step ? List.of() : Records.parts(at);
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
    }
    return found;
  }
}
