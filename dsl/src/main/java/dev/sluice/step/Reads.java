package dev.sluice.step;

import dev.sluice.plan.Lists;
import dev.sluice.value.Value;
import java.util.List;

/** The values (texts and numbers) that a step of the author's own reads, see {@link Custom}. */
public record Reads(List<Value<?>> values) {
  public Reads {
    values = Lists.copy(values);
  }
}
