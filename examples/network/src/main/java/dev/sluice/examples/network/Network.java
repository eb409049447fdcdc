package dev.sluice.examples.network;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.CounterMetric;
import dev.sluice.step.Step;

/** A filter of connections: counts them, and writes what both sides send to the log. */
public final class Network implements SluicePlugin {
  private static final CounterMetric CONNECTIONS = counter("connections");

  @Override
  public Plugin define(Settings settings) {
    return tcp("network")
        .onConnect(
            CONNECTIONS.increment(),
            log(LogLevel.INFO, template("connected: {}", clientAddress().orElse("somebody"))))
        .downstream(told("client"))
        .upstream(told("upstream"))
        .onClose(log(LogLevel.INFO, "closed"));
  }

  /** The last piece of a side may be empty. */
  private static Step told(String side) {
    return when(data().length().greaterThan(0))
        .log(LogLevel.INFO, template("{}: {}", text(side), data().substring(0, 100)));
  }
}
