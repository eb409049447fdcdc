package dev.sluice.step;

import dev.sluice.plan.Lists;
import dev.sluice.value.TextValue;
import java.util.List;

/** The values that a step of the author's own reads, see {@link Custom}. */
public record Reads(List<TextValue> values) {
  public Reads {
    values = Lists.copy(values);
  }
}
