package dev.sluice.benchmarks;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints the ratios, which is what a figure of one machine is good for elsewhere. */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(PassPath.class.getName()).build()).run();
    Map<PassPath.Runner, Double> micros = new EnumMap<>(PassPath.Runner.class);
    for (RunResult result : results) {
      PassPath.Runner runner = PassPath.Runner.valueOf(result.getParams().getParam("runner"));
      micros.put(runner, result.getPrimaryResult().getScore());
    }
    double compiler = micros.get(PassPath.Runner.COMPILER);
    System.out.printf("%n| runner | microseconds an exchange | of the wasm compiler's |%n|---|---|---|%n");
    micros.forEach((runner, time) -> System.out.printf("| %s | %.2f | %.2f |%n", runner, time, time / compiler));
  }
}
