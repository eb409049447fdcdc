package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.RandomBytes;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A random UUID (RFC 9562 section 5.4), each time it is read another one; bind it to use one more than once. */
public record RandomUuid() implements TextValue {
  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return "random UUID";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Chance();
  }

  private static final class Chance extends Reader {
    @Override
    public Bytes read(Run run) {
      return Bytes.latin1(RandomBytes.uuid());
    }
  }
}
