package dev.sluice.examples.dispatchcallontick;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.CounterMetric;
import java.time.Duration;

/** Asks a service once a second, without a request, and tells what it answers. */
public final class DispatchCallOnTick implements SluicePlugin {
  private static final CounterMetric CALLS = counter("calls_on_tick");

  @Override
  public Plugin define(Settings settings) {
    return plugin("dispatch-call-on-tick").every(Duration.ofSeconds(1),
        CALLS.increment(),
        call(cluster("web_service"), get("/ok").header("x-request-id", randomUuid()))
            .onFailure(log(LogLevel.WARN, "the service does not answer")),
        when(answer().body().absent().not()).log(LogLevel.INFO,
            template("the service answers {} with {} bytes", answer().status(), answer().body().length())));
  }
}
