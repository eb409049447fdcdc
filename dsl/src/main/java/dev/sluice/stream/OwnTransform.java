package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Planner;
import java.util.function.Supplier;

/**
 * The author's own code on the pieces of a body. Two are equal when name and code are the same object.
 *
 * @param make makes what one stream's pieces are given to; it is called once a stream
 */
public record OwnTransform(String name, Supplier<PieceMapper> make) implements Transform {
  /** Takes the pieces of one body, in order. */
  @FunctionalInterface
  public interface PieceMapper {
    /** What goes on in the place of a piece; {@code last} is true once, with what may be an empty piece. */
    Bytes map(Bytes piece, boolean last);
  }

  public OwnTransform {
    Check.given("transform", "the name", name);
    Check.given("transform", "the code", make);
  }

  @Override
  public String describe() {
    return "transform \"" + name + "\"";
  }

  @Override
  public FlowMaker maker(Planner planner) {
    return () -> new Own(Check.given("transform", "what " + name + " makes", make.get()));
  }

  private static final class Own extends Flow {
    private final PieceMapper mapper;

    Own(PieceMapper mapper) {
      this.mapper = mapper;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      return Check.given("transform", "the piece that goes on", mapper.map(piece, last));
    }
  }
}
