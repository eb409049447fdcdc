package dev.sluice.testkit.envoy;

import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A running Envoy. Configure its ports as 0: the kernel chooses free ones and {@link #port} tells them, so that any
 * number of tests can run at a time. It ends with {@link #close()}, at the latest with this JVM.
 */
public final class EnvoyProcess implements AutoCloseable {
  private static final int STOP_SECONDS = 20;
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final EnvoyBinary binary;
  private final EnvoyOptions options;
  private final Path folder;
  private final Process process;
  private final EnvoyLog log;
  private EnvoyConfig config;
  private EnvoyAdmin admin;

  private EnvoyProcess(
      EnvoyBinary binary, EnvoyConfig config, EnvoyOptions options, Path folder, Process process) {
    this.binary = binary;
    this.config = config;
    this.options = options;
    this.folder = folder;
    this.process = process;
    this.log = new EnvoyLog(folder.resolve("envoy.log"));
  }

  /** Starts an Envoy with {@link EnvoyOptions#standard()}. */
  public static EnvoyProcess start(EnvoyBinary binary, EnvoyConfig config) {
    return start(binary, config, EnvoyOptions.standard());
  }

  /**
   * Starts an Envoy and waits until it is ready and all its listeners are bound.
   *
   * @throws IllegalStateException where it refuses the configuration or is not ready in time; the message has the
   *     errors of its log
   */
  public static EnvoyProcess start(EnvoyBinary binary, EnvoyConfig config, EnvoyOptions options) {
    EnvoyProcess envoy;
    try {
      envoy = launch(binary, config, options);
    } catch (IOException e) {
      throw new IllegalStateException("Envoy " + binary.version() + " at " + binary.file() + " does not start: " + e,
          e);
    }
    try {
      envoy.awaitReady();
      return envoy;
    } catch (RuntimeException | Error e) {
      envoy.kill();
      throw e;
    }
  }

  private static EnvoyProcess launch(EnvoyBinary binary, EnvoyConfig config, EnvoyOptions options)
      throws IOException {
    Files.createDirectories(options.folder());
    String name = binary.version() + "-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    Path folder = Files.createDirectories(options.folder().resolve(name)).toAbsolutePath();
    Path bootstrap = folder.resolve("envoy.yaml");
    if (options.watchListeners()) {
      Path listeners = folder.resolve("listeners.yaml");
      Files.writeString(listeners, config.listenersYaml());
      Files.writeString(bootstrap, config.yamlWatching(listeners));
    } else {
      Files.writeString(bootstrap, config.yaml());
    }
    Path logFile = Files.createFile(folder.resolve("envoy.log"));
    Process process =
        new ProcessBuilder(EnvoyCommand.line(binary, options, folder))
            .redirectErrorStream(true)
            .redirectOutput(logFile.toFile())
            .start();
    RUNNING.add(process);
    return new EnvoyProcess(binary, config, options, folder, process);
  }

  private void awaitReady() {
    Path addressFile = folder.resolve("admin-address");
    await("ready", () -> {
      if (admin == null && Files.exists(addressFile)) {
        String address = read(addressFile);
        admin = address.isEmpty() ? null : new EnvoyAdmin(address);
      }
      return admin != null && admin.isReady() && config.listeners().forAll(each -> isBound(each.name()));
    });
  }

  private boolean isBound(String listener) {
    return admin.ports().get(listener).exists(port -> port > 0);
  }

  /** The Envoy that runs here. */
  public EnvoyBinary binary() {
    return binary;
  }

  /** The port on which this listener listens. */
  public int port(String listener) {
    return admin.ports()
        .get(listener)
        .getOrElseThrow(() -> new IllegalArgumentException("Envoy has no listener " + listener));
  }

  /** Envoy's log. */
  public EnvoyLog log() {
    return log;
  }

  /** Envoy's admin interface. */
  public EnvoyAdmin admin() {
    return admin;
  }

  /**
   * The most memory that it has had resident so far, in KiB, as Linux counts it.
   *
   * @throws UncheckedIOException if the system does not tell
   */
  public long peakMemory() {
    return memory("VmHWM:");
  }

  /**
   * The memory that it has resident now, in KiB, as Linux counts it.
   *
   * @throws UncheckedIOException if the system does not tell
   */
  public long residentMemory() {
    return memory("VmRSS:");
  }

  /**
   * Processor time that Envoy has taken so far for its own work, without what the system did for it, in steps of 10 ms.
   *
   * @throws UncheckedIOException if the system does not tell
   */
  public Duration userTime() {
    try {
      // The name of the program, in parentheses, may have blanks; the 14th field is the 12th behind it.
      String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String behind = status.substring(status.lastIndexOf(')') + 2);
      return Duration.ofMillis(10 * Long.parseLong(behind.split(" ", -1)[11]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long memory(String kind) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines.filter(line -> line.startsWith(kind))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True until the process has ended, for whatever reason. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the process has ended; false where it has not after this time. */
  public boolean awaitExit(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Puts other listeners in the place of those there are while traffic flows, and returns when Envoy has taken or
   * refused them. Streams under way keep the old ones. Needs {@link EnvoyOptions#withWatchedListeners()}.
   *
   * @throws IllegalStateException where Envoy refuses them; it then goes on with those it had
   */
  public void update(Listener... listeners) {
    if (!options.watchListeners()) {
      throw new IllegalStateException("start this Envoy with watched listeners to update it");
    }
    EnvoyConfig next = config.withListeners(listeners);
    long taken = updates("update_success");
    long refused = updates("update_rejected");
    long position = log.position();
    try {
      Path file = Files.writeString(folder.resolve("listeners.next.yaml"), next.listenersYaml());
      Files.move(file, folder.resolve("listeners.yaml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("updated", () -> updates("update_success") > taken || updates("update_rejected") > refused);
    if (updates("update_rejected") > refused) {
      throw new IllegalStateException(
          "Envoy refused the new listeners:\n"
              + log.linesSince(position).filter(line -> !line.level().equals("info")).mkString("\n"));
    }
    config = next;
    await("bound anew", () -> config.listeners().forAll(each -> isBound(each.name())));
  }

  /** Waits until no HTTP stream of this listener is under way, so that all of their log lines are written. */
  public void awaitIdle(String listener) {
    String gauge = "http." + listener + ".downstream_rq_active";
    await("idle", () -> admin.stat(gauge).contains(0L));
  }

  /** Asks again and again until this is so, as long as a start may take; false where it does not become so. */
  public boolean await(BooleanSupplier condition) {
    return Poll.until(condition::getAsBoolean, process, options.readyTimeout()) == Poll.Outcome.REACHED;
  }

  private long updates(String kind) {
    return admin.stat("listener_manager.lds." + kind).getOrElse(0L);
  }

  /** Waits for a state that Envoy tells about, as long as a start may take, and fails when Envoy ends meanwhile. */
  private void await(String state, Poll.Condition condition) {
    Poll.Outcome outcome = Poll.until(condition, process, options.readyTimeout());
    if (outcome != Poll.Outcome.REACHED) {
      String why =
          outcome == Poll.Outcome.ENDED
              ? " ended with exit status " + process.exitValue() + " before it was "
              : " was not after " + options.readyTimeout().toSeconds() + " s ";
      throw new IllegalStateException(
          "Envoy " + binary.version() + why + state + "; log " + log.file() + ":\n"
              + log.lines().filter(EnvoyLog.Line::isErrorOrWorse).mkString("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends this Envoy and waits for that; a second time does nothing. */
  @Override
  public void close() {
    if (process.isAlive()) {
      try {
        admin.quit();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("Envoy " + binary.version() + " does not end when asked to");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        process.destroyForcibly();
      }
    }
    RUNNING.remove(process);
    if (admin != null) {
      admin.close();
    }
  }

  private void kill() {
    process.destroyForcibly();
    RUNNING.remove(process);
  }
}
