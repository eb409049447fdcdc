package dev.sluice.engine;

import static dev.sluice.dsl.Sluice.bind;
import static dev.sluice.dsl.Sluice.delay;
import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.log;
import static dev.sluice.dsl.Sluice.message;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.ref;
import static dev.sluice.dsl.Sluice.removeHeader;
import static dev.sluice.dsl.Sluice.status;
import static dev.sluice.dsl.Sluice.step;
import static dev.sluice.dsl.Sluice.template;
import static dev.sluice.dsl.Sluice.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts that no message of a stream runs: foreign calls, the end of a plugin, metadata, the end of a stream. */
class PluginPartsTest {
  @Test
  void aForeignCallBringsItsArguments() {
    FakeHost host = FakeHost.get("/").body(Bytes.utf8("from the host"));
    Plugins.configured(plugin("p").onForeignCall(log(LogLevel.INFO, message())), host)
        .onForeignFunction(Plugins.ROOT, 7, 100);
    assertEquals(List.of("INFO from the host"), host.lines());
  }

  @Test
  void aPluginIsOverWhenItsLastStepsAre() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks over = Plugins.configured(plugin("p").onShutdown(log(LogLevel.INFO, text("over"))), host);
    over.onContextCreate(Plugins.ROOT, 0);
    assertTrue(over.onConfigure(Plugins.ROOT, 0));
    assertTrue(over.onDone(Plugins.ROOT));
    assertEquals(List.of("INFO over"), host.lines());
  }

  private static List<String> told(Plugin plugin) {
    FakeHost host = FakeHost.get("/asked");
    PluginCallbacks callbacks = Plugins.configured(plugin, host);
    callbacks.onContextCreate(Plugins.STREAM, Plugins.ROOT);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    callbacks.onRequestMetadata(Plugins.STREAM, 1);
    callbacks.onResponseMetadata(Plugins.STREAM, 1);
    assertTrue(callbacks.onDone(Plugins.STREAM));
    callbacks.onDelete(Plugins.STREAM);
    return host.lines();
  }

  private static Step says(String moment) {
    return log(LogLevel.INFO, template("{} of {} {}", text(moment), path(), ref("user").orElse("-")));
  }

  @Test
  void momentsKnowWhatTheRequestWas() {
    Plugin plugin = plugin("p").request(bind("user", header("x-user")));
    assertEquals(List.of("INFO in of /asked -", "INFO out of /asked -", "INFO end of /asked -"),
        told(plugin.onRequestMetadata(says("in")).onResponseMetadata(says("out")).onDone(says("end"))));
    assertEquals(List.of("INFO end of /asked -"), told(plugin.onDone(says("end"))));
    assertEquals(List.of(), told(plugin));
  }

  @Test
  void aMomentThatFailsEndsAlone() {
    List<String> lines = told(plugin("p")
        .request(bind("user", header("x-user")))
        .onRequestMetadata(step("fails", exchange -> exchange.header("x-user")), says("in"))
        .onDone(says("end")));
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().contains("there is no HTTP message in a request metadata part"), lines::toString);
    assertEquals("INFO end of /asked -", lines.get(1));
  }

  @Test
  void momentsHaveNoMessageAndWaitForNothing() {
    for (Step step : List.of(removeHeader("a"), bind("a", header("a")), bind("a", status().asText()),
        delay(Duration.ofMillis(1)))) {
      Plugin plugin = plugin("p").onDone(step);
      assertTrue(assertThrows(IllegalArgumentException.class, plugin::plan).getMessage().contains("in a done part"));
    }
    assertThrows(IllegalArgumentException.class, () -> plugin("p").onDone(says("a")).onDone(says("b")));
  }
}
