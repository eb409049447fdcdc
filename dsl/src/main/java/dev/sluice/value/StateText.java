package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.StateCell;
import io.vavr.control.Option;
import java.util.function.BiFunction;

/**
 * A text that the author's code reads out of a state of the plugin, for {@link dev.sluice.step.PluginState}; absent where it
 * finds none, or where the key to look for is absent.
 *
 * @param initial what the state is at first
 * @param key what is looked for, none where nothing is
 * @param read the text of a value and a key, which is empty where there is no key to look for
 */
public record StateText<T>(String name, T initial, Option<TextValue> key, BiFunction<T, Bytes, Option<Bytes>> read)
    implements
    TextValue {
  public StateText {
    Check.filled("state", "the name", name);
    Check.given("state", "the initial value of " + name, initial);
    Check.given("state", "the key in " + name, key);
    Check.given("state", "the code that reads " + name, read);
  }

  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return "state \"" + name + "\"" + (key.isEmpty() ? "" : " of " + key.get().describe());
  }

  @Override
  public Reader reader(Planner planner) {
    StateCell cell = planner.state(name, initial);
    return new Read<>(cell, key.isEmpty() ? null : key.get().reader(planner), read);
  }

  private static final class Read<T> extends Reader {
    private final StateCell cell;
    private final Reader key;
    private final BiFunction<T, Bytes, Option<Bytes>> read;

    Read(StateCell cell, Reader key, BiFunction<T, Bytes, Option<Bytes>> read) {
      this.cell = cell;
      this.key = key;
      this.read = read;
    }

    @Override
    @SuppressWarnings("unchecked") // a cell holds values of the type that it began with: the planner sees to it
    public Bytes read(Run run) {
      Bytes wanted = key == null ? Bytes.EMPTY : key.read(run);
      return wanted == null ? null : read.apply((T) cell.value(), wanted).getOrNull();
    }
  }
}
