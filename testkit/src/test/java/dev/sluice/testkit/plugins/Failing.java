package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.respond;
import static dev.sluice.dsl.Sluice.step;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Exchange;
import dev.sluice.step.Step;
import dev.sluice.step.StepBody;

/**
 * Fails as the header {@code x-fail} says. The settings are the failure policy: {@code open}, or a status to refuse
 * with. What the failing code works on comes from the request, so that no compiler can know it.
 */
public final class Failing implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    Plugin plugin =
        plugin("failing")
            .request(
                on("throw", exchange -> {
                  throw new IllegalStateException("on purpose: " + number(exchange));
                }),
                on("null", exchange -> answer(nothing(number(exchange)).length())),
                on("negative-size", exchange -> answer(new int[-number(exchange)].length)),
                on("index", exchange -> answer(new int[] {1, 2, 3}[number(exchange)])),
                on("cast", exchange -> answer(((Integer) text(number(exchange))).intValue())),
                on("divide", exchange -> answer(1 / (number(exchange) - 7))),
                on("remainder", exchange -> answer((int) (1L % (number(exchange) - 7)))),
                on("recursion", exchange -> answer(depth(number(exchange)))),
                on("min-value", Failing::minValue));
    String policy = settings.text();
    return policy.equals("open") ? plugin.failOpen() : plugin.failClosed(Integer.parseInt(policy));
  }

  private static Step on(String how, StepBody body) {
    return when(header("x-fail").is(how)).then(step(how, body));
  }

  /** No failure in Java: the quotient does not fit and wraps around. */
  private static void minValue(Exchange exchange) {
    int minusOne = number(exchange) - 8;
    int quotient = Integer.MIN_VALUE / minusOne;
    int remainder = Integer.MIN_VALUE % minusOne;
    long wide = Long.MIN_VALUE / minusOne;
    long rest = Long.MIN_VALUE % minusOne;
    exchange.respond(respond(200, quotient + " " + remainder + " " + wide + " " + rest));
  }

  private static int number(Exchange exchange) {
    return exchange.header("x-number").map(value -> Integer.parseInt(value.utf8())).getOrElse(7);
  }

  private static String nothing(int number) {
    return number == 7 ? null : "text";
  }

  private static Object text(int number) {
    return number == 7 ? "text" : number;
  }

  private static int depth(int number) {
    return number == 0 ? 0 : depth(number + 1) + 1;
  }

  /** Keeps the compiler from leaving out what has no use. */
  private static void answer(int value) {
    if (value == 123_456_789) {
      throw new IllegalArgumentException("never");
    }
  }
}
