package dev.sluice.benchmarks.envoy;

import dev.sluice.benchmarks.RequireUser;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plugin costs in a real Envoy, beside the same plugin written with other SDKs: processor time of the Envoy
 * process for each request, without the system's part: waking up clients costs more than most plugins, and how often that
 * happens is a matter of luck. All Envoys run at the same time and get their requests in turns, so that what else the machine
 * does meets all of them alike. Arguments: {@code NAME=FILE.wasm} for each other module.
 */
public final class InEnvoy {
  private static final int REQUESTS = Integer.getInteger("bench.requests", 20_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 15);
  private static final String NONE = "no plugin";
  private static final String SLUICE = "Sluice";

  private InEnvoy() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    EnvoyBinary binary = EnvoyBinary.of(System.getProperty("bench.envoy", EnvoyBinary.VERSIONS.last()));
    List<Subject> started = new ArrayList<>();
    try (RecordingUpstream upstream = RecordingUpstream.start(request -> Response.of(200, "ok"))) {
      started.add(Subject.start(binary, NONE, Option.none(), upstream.port()));
      started.add(Subject.start(
          binary, SLUICE, Option.some(CompiledPlugin.of(RequireUser.class).module()), upstream.port()));
      for (String argument : arguments) {
        int at = argument.indexOf('=');
        if (at < 1) {
          throw new IllegalArgumentException("\"" + argument + "\" is not of the form NAME=FILE.wasm");
        }
        Option<Path> module = Option.some(Path.of(argument.substring(at + 1)));
        started.add(Subject.start(binary, argument.substring(0, at), module, upstream.port()));
      }
      System.out
          .println("Envoy " + binary.version() + ", one worker, " + ROUNDS + " rounds of " + REQUESTS + " requests");
      Vector<Subject> subjects = Vector.ofAll(started);
      Vector<Timing> passing = measure(Load.passing(), subjects, upstream);
      Vector<Timing> refused = measure(Load.refused(), subjects.tail(), upstream);
      print(passing, refused);
    } finally {
      started.forEach(Subject::close);
    }
  }

  private static Vector<Timing> measure(Load load, Vector<Subject> subjects, RecordingUpstream upstream)
      throws InterruptedException {
    Vector<Timing> timings = subjects.map(Timing::new);
    // The first round is the warm-up: V8 translates what is called often once more.
    for (int round = 0; round <= ROUNDS; round++) {
      for (Timing timing : timings) {
        long before = timing.subject.userMicros();
        load.send(timing.subject.port(), REQUESTS);
        if (round > 0) {
          timing.add((timing.subject.userMicros() - before) / (double) REQUESTS);
        }
        upstream.forget();
      }
    }
    return timings;
  }

  private static void print(Vector<Timing> passing, Vector<Timing> refused) throws IOException {
    Timing none = passing.head();
    double sluice = passing.get(1).above(none);
    double sluiceRefused = refused.head().median();
    System.out.println("| plugin | a request that passes, us | above no plugin, us (quartiles) | of Sluice's"
        + " | a request that is refused, us | of Sluice's | module, KiB | Envoy's memory, KiB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    System.out.printf("| %s | %.1f | | | | | | %d |%n", NONE, none.median(), none.subject.residentKib());
    for (int i = 1; i < passing.size(); i++) {
      Timing one = passing.get(i);
      double answer = refused.get(i - 1).median();
      System.out.printf("| %s | %.1f | %.1f (%s) | %.2f | %.1f | %.2f | %.1f | %d |%n", one.subject.name, one.median(),
          one.above(none), one.spread(none), one.above(none) / sluice, answer, answer / sluiceRefused,
          one.subject.moduleBytes() / 1024.0, one.subject.residentKib());
    }
  }
}
