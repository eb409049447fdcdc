package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.value.LiteralText;
import dev.sluice.value.StateText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;

/**
 * A text that a plugin remembers beyond streams, see {@link PluginState}.
 *
 * <pre>{@code
 * TextState mode = state("mode", "open");
 * plugin("gate")
 *     .onQueue("modes", mode.set(message()))
 *     .request(when(mode.value().is("closed")).respond(503));
 * }</pre>
 */
public record TextState(String name, String initial) {
  public TextState {
    Check.filled("state", "the name", name);
    Check.given("state", "the initial value of " + name, initial);
  }

  /** Puts a text in its place; an absent one leaves what is there. */
  public Step set(TextValue text) {
    Check.given("set", "the text of " + name, text);
    return new UpdateState<>(name, Bytes.utf8(initial), Option.some(text), (old, newer) -> newer);
  }

  /** Puts this text in its place. */
  public Step set(String text) {
    return set(new LiteralText(text));
  }

  /** What it is now. */
  public TextValue value() {
    return new StateText<>(name, Bytes.utf8(initial), Option.none(), (value, nothing) -> Option.some(value));
  }
}
