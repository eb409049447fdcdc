package dev.sluice.examples.sharedqueue;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Puts a message into a queue for each request, and takes messages out of it, whoever sent them. */
public final class SharedQueue implements SluicePlugin {
  static final String QUEUE = "requests";

  @Override
  public Plugin define(Settings settings) {
    return plugin("shared-queue")
        .onQueue(QUEUE, log(LogLevel.INFO, template("taken out of the queue: {}", message())))
        .request(enqueue(QUEUE, template("{} {}", method(), path())));
  }
}
