package dev.sluice.examples.sharedqueue;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Puts a message for each request into the queue that {@link SharedQueue} made in the VM which the settings name. */
public final class Sender implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("sender").request(
        enqueue(SharedQueue.QUEUE, template("sent by another: {} {}", method(), path())).ofVm(settings.text())
            .onFailure(log(LogLevel.WARN, "nobody has made the queue yet")));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("receiver");
  }
}
