package dev.sluice.laws.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Status;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import dev.sluice.laws.Traffic;
import dev.sluice.laws.fault.Faults.Fault;
import dev.sluice.laws.pipeline.GeneratedPlugin;
import dev.sluice.laws.place.PluginHost;
import dev.sluice.laws.place.PluginHost.Outcome;
import dev.sluice.testkit.CompiledPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hostcall that a plugin makes, answered with every status, each time and at one time alone: nothing thrown leaves
 * the plugin, no stream is held without the log saying why, and what is refused on a sound host is refused on this one.
 */
class FaultInjectionTest {
  private static final int MOST_TIMES = 2;
  private static final int BAD = 400;
  /** What the engine says where the host itself keeps a stream from going on. */
  private static final List<String> SAID =
      List.of("the stream is held", "a held stream is gone", "a held stream does not go on");

  static Stream<Subject> all() {
    return Subject.all();
  }

  static Stream<Subject> pipelines() {
    return Subject.pipelines();
  }

  @ParameterizedTest
  @MethodSource("all")
  void onTheJvm(Subject subject) {
    Faults faults = new Faults();
    check(subject, faults,
        JvmPlugin.of(host -> PluginCallbacks.of(subject.plugin().get(), faults.over(host))));
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void inWasm(Subject subject) {
    Faults faults = new Faults();
    WasmPlugin module = WasmPlugin.of(CompiledPlugin.of(GeneratedPlugin.class).module(), Engine.COMPILER);
    check(subject, faults, environment -> {
      environment.calls().fail(faults::at);
      return module.instantiate(environment);
    });
  }

  private static void check(Subject subject, Faults faults, GuestSource source) {
    try (PluginHost host = PluginHost.start(source, subject.configuration())) {
      for (Traffic traffic : subject.traffic()) {
        faults.begin(null);
        Outcome sound = host.run(traffic);
        assertFalse(sound.held(), () -> subject + " holds " + traffic);
        for (Fault fault : faults(faults.seen())) {
          faults.begin(fault);
          check(sound, host.run(traffic), subject + ", " + fault + ", " + traffic);
        }
      }
    }
  }

  private static List<Fault> faults(Set<String> calls) {
    List<Fault> all = new ArrayList<>();
    for (String call : calls) {
      for (Status status : Status.values()) {
        for (int time = 0; time <= MOST_TIMES && !status.isOk(); time++) {
          all.add(new Fault(call, status, time));
        }
      }
    }
    return all;
  }

  private static void check(Outcome sound, Outcome faulty, String what) {
    assertFalse(faulty.vmFailed(), () -> what + ": an exception left the plugin\n" + faulty);
    assertTrue(!faulty.held() || faulty.log().stream().anyMatch(line -> SAID.stream().anyMatch(line::contains)),
        () -> what + ": held, and the log does not say why\n" + faulty);
    if (!sound.passed()) {
      assertFalse(faulty.passed(), () -> what + ": passes what a sound host refuses\n" + faulty);
    }
    if (!faulty.held() && !faulty.reset() && faulty.status() < BAD) {
      assertEquals(sound.status(), faulty.status(), () -> what + "\n" + faulty);
    }
  }
}
