package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.LoadText;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.StateCell;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.function.BiFunction;

/**
 * Swaps a state of the plugin for another value, made of the one there is and a text; an absent text leaves what there is.
 * See {@link PluginState}. Two are equal when all they are made of is and their code is the same object.
 *
 * @param initial what the state is at first
 * @param input what the new value is made of besides the old one, none where it is of the old one alone
 * @param change the new value of the old one and the text; neither may be changed itself, and null is refused
 */
public record UpdateState<T>(String name, T initial, Option<TextValue> input, BiFunction<T, Bytes, T> change)
    implements
    Step {
  public UpdateState {
    Check.filled("state", "the name", name);
    Check.given("state", "the initial value of " + name, initial);
    Check.given("state", "what " + name + " is made of", input);
    Check.given("state", "the code that changes " + name, change);
  }

  @Override
  public String word() {
    return "updateState";
  }

  @Override
  public String describe() {
    return "update state \"" + name + "\"" + (input.isEmpty() ? "" : " with " + input.get().describe());
  }

  @Override
  public void plan(Planner planner) {
    StateCell cell = planner.state(name, initial);
    Label end = new Label();
    TextValue text = input.getOrElse(new LiteralText(""));
    planner.emit(new LoadText(text.reader(planner), text.describe(), text.varies(), end));
    planner.next(new Swap<>(cell, change), end);
  }

  private static final class Swap<T> extends Op {
    private final StateCell cell;
    private final BiFunction<T, Bytes, T> change;

    Swap(StateCell cell, BiFunction<T, Bytes, T> change) {
      this.cell = cell;
      this.change = change;
    }

    @Override
    @SuppressWarnings("unchecked") // a cell holds values of the type that it began with: the planner sees to it
    public int run(Run run, int pc) {
      if (!run.isAnalysis()) {
        cell.value(change.apply((T) cell.value(), run.text()));
      }
      return pc + 1;
    }
  }
}
