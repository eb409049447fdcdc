package dev.sluice.testkit.foreign;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.LogLevel;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

@UsePlugin(value = CPlugins.Wasi.class, logsErrors = true)
class CWasiTest {
  private static final Vector<String> OUTPUT = Vector.of(
      "clock: forward",
      "random: yes",
      "arguments: 0 0 0",
      "environment: empty",
      "open: none, errno 44",
      "read: -1, errno 52",
      "close: 0",
      "terminal: 0");

  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void theCLibraryWorksAsFarAsAProxyLetsIt(PluginUnderTest plugin) {
    Vector<LogEntry> logs = plugin.send(get("/")).logs();
    assertEquals(OUTPUT.map(line -> new LogEntry(LogLevel.INFO, line))
        .append(new LogEntry(LogLevel.ERROR, "to standard error 2")), logs);
  }
}
