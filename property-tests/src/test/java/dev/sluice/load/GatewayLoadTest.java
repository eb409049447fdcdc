package dev.sluice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.envoy.EnvoyBinary;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The example api-gateway in an Envoy, under load and while its settings change: each request gets the answer it must
 * get, the limit is what it says and memory does not grow. {@code mvn -Pload} sends millions, see docs/load.md.
 */
class GatewayLoadTest {
  private static final long REQUESTS = Long.getLong("load.requests", 4000);
  private static final int CONNECTIONS = 64;
  /** So many requests at once have V8 give its young generations all they may have; see docs/load.md. */
  private static final int WARM_CONNECTIONS = 1000;
  /** With fewer the warm-up is too short for that. */
  private static final long ENOUGH_FOR_MEMORY = 1_000_000;
  private static final double FLAT = 0.01;
  private static final int SAMPLES = 20;
  private static final long MOST_BETWEEN_SAMPLES = 50_000;
  private static final int UPDATES = 4;
  /** Runs with other numbers of workers are a part of the large one. */
  private static final int PART = 10;

  @EveryEnvoy
  void twoWorkers(EnvoyBinary binary) throws Exception {
    run(binary, 2, REQUESTS);
  }

  @EveryEnvoy
  void oneWorker(EnvoyBinary binary) throws Exception {
    run(binary, 1, REQUESTS / PART);
  }

  @EveryEnvoy
  void fourWorkers(EnvoyBinary binary) throws Exception {
    run(binary, 4, REQUESTS / PART);
  }

  private static void run(EnvoyBinary binary, int workers, long wanted) throws Exception {
    long requests = wanted / 200 * 200;
    long limit = requests / 10;
    Tally tally = new Tally();
    AtomicReference<MemoryCurve> memory = new AtomicReference<>(MemoryCurve.EMPTY);
    try (Upstream upstream = new Upstream(); Gateway gateway = new Gateway(binary, workers, limit, upstream)) {
      new Crowd(gateway, WARM_CONNECTIONS, limit, number -> Kind.WARM_UP, tally, number -> {}).send();
      long start = System.nanoTime();
      new Crowd(gateway, CONNECTIONS, requests, Kind::of, tally, number -> {
        if (isMultiple(number, Math.min(requests / SAMPLES, MOST_BETWEEN_SAMPLES))) {
          long kib = gateway.envoy().residentMemory();
          memory.updateAndGet(curve -> curve.with(number, kib));
        }
        // All of them in the first half: the second one tells whether what they left behind is gone.
        if (isMultiple(number, requests / 10) && number <= requests / 10 * UPDATES) {
          gateway.update();
        }
      }).send();
      long millis = (System.nanoTime() - start) / 1_000_000;
      MemoryCurve curve = memory.get().with(requests, gateway.envoy().residentMemory());
      report(binary, workers, requests, millis, tally, curve);
      check(gateway, requests, limit, workers, tally);
      if (requests >= ENOUGH_FOR_MEMORY) {
        assertTrue(curve.spreadOfLastHalf() <= FLAT, () -> curve.rows().mkString("\n"));
      }
    }
  }

  private static boolean isMultiple(long number, long step) {
    return number > 0 && number % step == 0;
  }

  private static void check(Gateway gateway, long requests, long limit, int workers, Tally tally) {
    assertEquals(0, tally.failures(), () -> tally.shown().mkString("\n\n"));
    assertEquals(limit, tally.of(Kind.WARM_UP));
    for (Kind kind : Kind.IN_CYCLE) {
      assertEquals(requests / Kind.CYCLE * kind.share, tally.of(kind), kind.words);
    }
    long granted = tally.of(Kind.SPENT, 200);
    assertTrue(Math.abs(granted - limit) <= workers, () -> granted + " tokens granted of " + limit);
    assertEquals(UPDATES, gateway.everywhere());
    assertEquals(limit + requests + UPDATES, gateway.counted(), "as Envoy counts, with a probe after each update");
    gateway.envoy().log().assertClean();
  }

  private static void report(EnvoyBinary binary, int workers, long requests, long millis, Tally tally,
      MemoryCurve curve) throws IOException {
    Vector<String> lines = Vector.of(
        "Envoy " + binary.version() + ", " + workers + " workers, " + requests + " requests in " + millis + " ms, "
            + requests * 1000 / Math.max(1, millis) + " a second, " + tally.failures() + " failures, "
            + tally.of(Kind.SPENT, 200) + " tokens granted of " + requests / 10,
        "statuses " + tally.statuses(), "")
        .appendAll(tally.rows())
        .append("")
        .appendAll(curve.rows())
        .append("last half apart by " + curve.spreadOfLastHalf());
    Path file = Path.of("target", "load", binary.version() + "-" + workers + "-workers.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines.mkString("\n") + "\n");
  }
}
