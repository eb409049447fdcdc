package dev.sluice.laws.reference;

import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Text;
import java.util.List;
import java.util.function.Predicate;

/** What stands anywhere in steps. */
public final class Uses {
  private Uses() {}

  static boolean changesBody(List<Action> steps) {
    return has(steps, part -> part instanceof Action.SetBody || part instanceof Action.EditBody
        || part instanceof Action.SetWhole
        || part instanceof Action.Replace);
  }

  static boolean readsBody(List<Action> steps) {
    return changesBody(steps)
        || has(steps, part -> part instanceof Text.Body || part instanceof Text.BoundedBody);
  }

  /** Whether a body goes through a transform as it comes. */
  public static boolean streams(List<Action> steps) {
    return has(steps, part -> part instanceof Action.Replace);
  }

  /** Whether calls are waited for together. */
  public static boolean callsAtOnce(Pipeline pipeline) {
    return has(pipeline.rings(), part -> part instanceof Action.All || part instanceof Action.First);
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
      case Record whole -> parts(whole, wanted);
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
