package dev.sluice.examples.deliberatefailures;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Exchange;
import dev.sluice.step.Step;
import dev.sluice.step.StepBody;

/**
 * Fails in each way in which Java code fails, at a path of its own, and answers 500. The numbers that make it fail come
 * out of the request, so that no compiler can work the failure out beforehand.
 */
public final class DeliberateFailures implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("deliberate-failures").failClosed(500)
        .request(
            at("/throw", exchange -> fail(zero(exchange))),
            at("/null", exchange -> got(exchange, (new String[1])[zero(exchange)].length())),
            at("/index", exchange -> got(exchange, (new int[3])[zero(exchange) + 3])),
            at("/cast", exchange -> got(exchange, ((String) boxed(zero(exchange))).length())),
            at("/divide", exchange -> got(exchange, 1 / zero(exchange))),
            at("/remainder", exchange -> got(exchange, 1 % zero(exchange))),
            // No failure in Java: the quotient is MIN_VALUE again. In WebAssembly the plain instruction is a trap.
            at("/smallest", exchange -> got(exchange, Integer.MIN_VALUE / (zero(exchange) - 1))),
            at("/recurse", exchange -> got(exchange, depth(zero(exchange)))));
  }

  private static Step at(String path, StepBody body) {
    return when(path().is(path)).then(step(path.substring(1), body));
  }

  private static void got(Exchange exchange, int number) {
    exchange.setHeader("x-got", Integer.toString(number));
  }

  /** 0 unless the request says otherwise. */
  private static int zero(Exchange exchange) {
    return exchange.header("x-zero").map(text -> text.at(0) - '0').getOrElse(0);
  }

  private static void fail(int number) {
    if (number == 0) {
      throw new IllegalStateException("on purpose");
    }
  }

  private static Object boxed(int number) {
    return number == 0 ? Integer.valueOf(number) : "text";
  }

  private static int depth(int number) {
    return number == 0 ? depth(number) + 1 : number;
  }
}
