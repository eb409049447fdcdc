package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.SharedTable;

/** What stands under a key in the data that all VMs of the same id share (the workers of a proxy), absent for nothing. */
public record SharedText(String key) implements TextValue {
  public SharedText {
    Check.filled("sharedData", "the key", key);
  }

  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return "shared data \"" + key + "\"";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Shared(Bytes.constant(key));
  }

  private static final class Shared extends Reader {
    private final Bytes key;

    Shared(Bytes key) {
      this.key = key;
    }

    @Override
    public Bytes read(Run run) {
      var found = SharedTable.get(run, key).value();
      return found.isOk() ? found.bytes() : null;
    }
  }
}
