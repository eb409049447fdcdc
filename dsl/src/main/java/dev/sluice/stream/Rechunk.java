package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Planner;

/**
 * Has small pieces wait for each other until they are so many bytes together, so that fewer of them go on. The last one
 * may be smaller.
 */
public record Rechunk(int bytes) implements Transform {
  private static final int MOST = 1 << 20;

  public Rechunk {
    if (bytes < 1 || bytes > MOST) {
      throw new IllegalArgumentException("rechunking: " + Decimal.of(bytes) + " bytes; give 1 to 1 MiB");
    }
  }

  @Override
  public String describe() {
    return "pieces of " + Decimal.of(bytes) + " bytes and more";
  }

  @Override
  public boolean keepsBytes() {
    return true;
  }

  @Override
  public FlowMaker maker(Planner planner) {
    return () -> new Collecting(bytes);
  }

  private static final class Collecting extends Flow {
    private final int bytes;
    private final ByteSink waiting = new ByteSink(1024);

    Collecting(int bytes) {
      this.bytes = bytes;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      if (waiting.size() == 0 && (last || piece.length() >= bytes)) {
        return piece;
      }
      waiting.put(piece);
      return last || waiting.size() >= bytes ? waiting.drain() : Bytes.EMPTY;
    }
  }
}
