package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;

/** All headers of the message as lines {@code name: value}, of the same message as that of {@link HeaderText}. */
public record HeaderLines() implements ListValue {
  @Override
  public String describe() {
    return "header lines";
  }

  @Override
  public ListReader lister(Planner planner) {
    planner.readsHeaders();
    return new Lines();
  }

  private static final class Lines extends ListReader {
    private static final Bytes COLON = Bytes.constant(": ");

    @Override
    boolean each(Run run, ElementVisitor visitor) {
      Taker taker = new Taker(visitor);
      run.pairs().forEach(taker);
      return taker.wantsMore;
    }
  }

  private static final class Taker implements HeaderPairs.Visitor {
    private final ElementVisitor visitor;
    private boolean wantsMore = true;

    Taker(ElementVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void pair(Bytes name, Bytes value) {
      if (wantsMore) {
        int length = name.length() + Lines.COLON.length() + value.length();
        wantsMore = visitor.visit(new ByteSink(length).put(name).put(Lines.COLON).put(value).bytes());
      }
    }
  }
}
