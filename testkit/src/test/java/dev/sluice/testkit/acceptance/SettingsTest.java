package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.LogLevel;
import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyLog;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.plugins.Greeter;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Settings in every place: read, and refused with all that is wrong while the old ones stay in force. */
class SettingsTest {
  private static final String GOOD = "{\"name\": \"Ann\", \"times\": 3.0, \"pause\": \"1.5s\", \"titles\": [\"Dr\"],"
      + " \"token\": \"correct-horse\"}";
  private static final String SHOWN = "Ann 3 1500 Dr Some(***)";
  private static final String BAD = "{\"nmae\": \"Ann\", \"times\": 11, \"pause\": 5, \"titles\": [\"\", \"a\", 7],"
      + " \"token\": \"hunter2\"}";
  private static final String REFUSED = "plugin " + Greeter.class.getName() + ": configuration refused: ";
  private static final Vector<String> ERRORS = Vector.of(
      "/nmae: is no known field; did you mean \"name\"?",
      "/name: is missing; give a non-blank string",
      "/times: 11 is not an integer between 1 and 10",
      "/pause: 5 is not a duration of at most 1m with its unit, such as \"250ms\", \"5s\" or \"1m30s\"",
      "/titles/0: \"\" is not a non-blank string",
      "/titles/2: 7 is not a non-blank string",
      "/token: the value is not a string of at least 8 characters").map(REFUSED::concat);
  private static final String DEPRECATED = "{\"who\": \"Bea\"}";
  private static final String SHOWN_OF_DEPRECATED = "Bea 1 1000  None";
  private static final String WARNING = "plugin " + Greeter.class.getName()
      + ": configuration: /who: is deprecated; the field is now named \"name\"";

  @EveryPlace
  @UsePlugin(value = Greeter.class, settings = GOOD)
  void theyAreRead(PluginUnderTest plugin) {
    assertEquals(Vector.of(SHOWN), plugin.send(get("/")).headers().all("x-greeting"));
  }

  @EveryPlace
  @UsePlugin(value = Greeter.class, settings = DEPRECATED)
  void thoseLeftOutHaveTheirDefaults(PluginUnderTest plugin) {
    assertEquals(Vector.of(SHOWN_OF_DEPRECATED), plugin.send(get("/")).headers().all("x-greeting"));
  }

  @Test
  void badOnesLeaveTheOldOnesInForceOnTheJvm() {
    badOnesLeaveTheOldOnesInForce(JvmPlugin.of(host -> PluginCallbacks.of(new Greeter(), host)));
  }

  @Test
  void badOnesLeaveTheOldOnesInForceInTheEmbeddedHost() {
    badOnesLeaveTheOldOnesInForce(WasmPlugin.of(CompiledPlugin.of(Greeter.class).module(), Engine.COMPILER));
  }

  private static void badOnesLeaveTheOldOnesInForce(GuestSource source) {
    Queue<LogLine> log = new ConcurrentLinkedQueue<>();
    PluginSpec spec = PluginSpec.of("greeter", source).withConfiguration(GOOD);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withLog(log::add), spec)) {
      assertEquals(Vector.empty(), lines(log, LogLevel.ERROR));
      assertThrows(PluginRefusedException.class, () -> proxy.update(0, spec.withConfiguration(BAD)));
      assertEquals(ERRORS, lines(log, LogLevel.ERROR));
      assertEquals(SHOWN, greeting(proxy));
      proxy.update(0, spec.withConfiguration(DEPRECATED));
      assertEquals(Vector.of(WARNING), lines(log, LogLevel.WARN));
      assertEquals(SHOWN_OF_DEPRECATED, greeting(proxy));
    }
  }

  private static Vector<String> lines(Queue<LogLine> log, LogLevel level) {
    return Vector.ofAll(log).filter(line -> line.level() == level).map(LogLine::text);
  }

  private static String greeting(EmbeddedProxy proxy) {
    return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "")).values("x-greeting").get(0).utf8();
  }

  @EveryEnvoy
  void badOnesLeaveTheOldOnesInForceInEnvoy(EnvoyBinary binary) throws Exception {
    EnvoyOptions options = EnvoyOptions.standard().withWatchedListeners();
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = EnvoyProcess.start(binary, EnvoyConfig.of(Address.anyLocalPort(), listener(GOOD),
            Cluster.of("upstream", new Address("127.0.0.1", upstream.port()))), options)) {
      long start = envoy.log().position();
      assertThrows(IllegalStateException.class, () -> envoy.update(listener(BAD)));
      assertEquals(ERRORS, envoy.log()
          .linesSince(start)
          .filter(EnvoyLog.Line::isErrorOrWorse)
          .flatMap(EnvoyLog.Line::pluginMessage));
      assertEquals(SHOWN, greeting(envoy));
      envoy.update(listener(DEPRECATED));
      assertEquals(SHOWN_OF_DEPRECATED, greeting(envoy));
      assertEquals(Vector.of(WARNING), envoy.log()
          .linesSince(start)
          .flatMap(EnvoyLog.Line::pluginMessage)
          .filter(line -> line.contains("deprecated"))
          .distinct());
    }
  }

  private static HttpListener listener(String settings) {
    return HttpListener.of("in", Address.anyLocalPort(), "upstream",
        CompiledPlugin.of(Greeter.class).filter("greeter").withConfiguration(settings));
  }

  private static String greeting(EnvoyProcess envoy) throws IOException {
    try (Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
      return connection.exchange(get("/")).headers().first("x-greeting").get();
    }
  }
}
