package dev.sluice.laws.reference;

import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Question;
import dev.sluice.laws.pipeline.Text;
import java.util.List;
import java.util.function.Predicate;

/** What stands anywhere in steps. */
public final class Uses {
  private Uses() {}

  static boolean changesBody(List<Action> steps) {
    return has(steps, part -> part instanceof Action.SetBody || part instanceof Action.Replace);
  }

  static boolean readsBody(List<Action> steps) {
    return has(steps,
        part -> part instanceof Text.Body || part instanceof Action.SetBody || part instanceof Action.Replace);
  }

  /** Whether a body goes through a transform as it comes. */
  public static boolean streams(List<Action> steps) {
    return has(steps, part -> part instanceof Action.Replace);
  }

  /** Whether a stream is held or a body looked at. */
  public static boolean waits(Pipeline pipeline) {
    return has(pipeline.rings(), part -> part instanceof Action.Call || part instanceof Text.Body
        || part instanceof Action.SetBody || part instanceof Action.Replace);
  }

  /** How many steps there are. */
  public static int steps(Pipeline pipeline) {
    int[] count = {0};
    has(pipeline.rings(), part -> {
      count[0] += part instanceof Action ? 1 : 0;
      return false;
    });
    return count[0];
  }

  private static boolean has(Object data, Predicate<Object> wanted) {
    if (wanted.test(data)) {
      return true;
    }
    return switch (data) {
      case List<?> list -> list.stream().anyMatch(element -> has(element, wanted));
      case Action action -> parts((Record) action, wanted);
      case Action.Case one -> parts(one, wanted);
      case Pipeline.Ring ring -> parts(ring, wanted);
      case Question question -> parts((Record) question, wanted);
      case Text text -> parts((Record) text, wanted);
      default -> false;
    };
  }

  private static boolean parts(Record data, Predicate<Object> wanted) {
    for (var component : data.getClass().getRecordComponents()) {
      try {
        if (has(component.getAccessor().invoke(data), wanted)) {
          return true;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return false;
  }
}
