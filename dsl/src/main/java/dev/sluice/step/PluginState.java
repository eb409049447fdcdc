package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.value.StateText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One immutable value that a plugin remembers beyond streams, of the author's own type: read and swapped in all parts, for
 * streams, at intervals, for messages of queues, with answers of calls. It is there once for each configuration of the
 * plugin in each VM (worker): a new configuration begins with the initial value, and other workers see nothing of it (for
 * that there is shared data). A VM makes one callback at a time, so nothing comes between the old value and the new one;
 * a step that waits in between reads what is there then. What it holds stays in memory: the author's code bounds it.
 *
 * <pre>{@code
 * PluginState<Routes> routes = state("routes", Routes.NONE);
 * plugin("routing")
 *     .every(Duration.ofMinutes(1),
 *         call(cluster("routes"), get("/routes")),
 *         routes.update(answer().body(), Routes::read))
 *     .request(setHeader("x-route", routes.text(path(), Routes::find)));
 * }</pre>
 *
 * @param initial tells one state from another of the same name too: a plugin has one of each name
 */
public record PluginState<T>(String name, T initial) {
  public PluginState {
    Check.filled("state", "the name", name);
    Check.given("state", "the initial value of " + name, initial);
  }

  /** Puts in its place what the code makes of it. */
  public UpdateState<T> update(UnaryOperator<T> change) {
    Check.given("update", "the code that changes " + name, change);
    return new UpdateState<>(name, initial, Option.none(), (old, nothing) -> change.apply(old));
  }

  /** Puts in its place what the code makes of it and a text; where the text is absent, it stays. */
  public UpdateState<T> update(TextValue input, BiFunction<T, Bytes, T> change) {
    Check.given("update", "what " + name + " is made of", input);
    return new UpdateState<>(name, initial, Option.some(input), change);
  }

  /** A text that the code reads out of it. */
  public TextValue text(Function<T, Option<Bytes>> read) {
    Check.given("text", "the code that reads " + name, read);
    return new StateText<>(name, initial, Option.none(), (value, nothing) -> read.apply(value));
  }

  /** A text that the code finds in it by a key; absent where the key is. */
  public TextValue text(TextValue key, BiFunction<T, Bytes, Option<Bytes>> find) {
    Check.given("text", "the key in " + name, key);
    return new StateText<>(name, initial, Option.some(key), find);
  }
}
