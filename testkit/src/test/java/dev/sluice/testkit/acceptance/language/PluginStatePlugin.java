package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.PluginState;
import dev.sluice.step.TextState;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;

/** Remembers what another service says, the messages of a queue, and how many requests came. */
public final class PluginStatePlugin implements SluicePlugin {
  private static final int MOST_MESSAGES = 3;

  @Override
  public Plugin define(Settings settings) {
    TextState said = state("said", "nothing yet");
    PluginState<Long> requests = state("requests", 0L);
    PluginState<List<Bytes>> messages = state("messages", List.empty());
    return plugin("state")
        .every(Duration.ofMillis(50), call(cluster("who"), get("/")), said.set(answer().body()))
        .onQueue("messages", messages.update(message(), (old, more) -> old.prepend(more).take(MOST_MESSAGES)))
        .request(
            requests.update(count -> count + 1),
            when(path().startsWith("/put")).then(enqueue("messages", query("m"))),
            setHeader("x-said", said.value()),
            setHeader("x-number", requests.text(count -> Option.some(Bytes.utf8(Decimal.of(count))))),
            setHeader("x-messages", messages.text(PluginStatePlugin::joined)));
  }

  private static Option<Bytes> joined(List<Bytes> messages) {
    return messages.isEmpty() ? Option.none() : Option.some(Bytes.utf8(messages.map(Bytes::utf8).mkString(",")));
  }
}
