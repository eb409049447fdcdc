package dev.sluice.dsl;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import java.util.List;
import org.junit.jupiter.api.Test;

class SluiceModuleTest {
  private static final Bytes ROOT_ID = Bytes.utf8("plugin_root_id");

  private static SluiceModule module() {
    return () -> Plugins.of("tag", settings -> plugin("tag").request(setHeader("x-tag", settings.text())))
        .and("refuse", settings -> plugin("refuse").request(respond(403)));
  }

  @Test
  void theRootIdSaysWhichPluginIsMeant() {
    FakeHost host = FakeHost.get("/").configuration("v").property(ROOT_ID, "tag");
    PluginCallbacks callbacks = PluginCallbacks.of(module(), host);
    callbacks.onContextCreate(1, 0);
    callbacks.onContextCreate(2, 0);
    assertTrue(callbacks.onConfigure(1, 1));
    host.property(ROOT_ID, "refuse");
    assertTrue(callbacks.onConfigure(2, 1));
    callbacks.onContextCreate(3, 1);
    callbacks.onContextCreate(4, 2);
    assertEquals(HeadersStatus.CONTINUE, callbacks.onRequestHeaders(3, 0, true));
    assertEquals(List.of("v"), host.requestHeader("x-tag"));
    assertEquals(HeadersStatus.STOP_ITERATION, callbacks.onRequestHeaders(4, 0, true));
    assertEquals(403, host.answered());
  }

  @Test
  void anotherRootIdIsRefusedWithThoseThatThereAre() {
    FakeHost host = FakeHost.get("/").property(ROOT_ID, "tags");
    assertFalse(PluginCallbacks.of(module(), host).onConfigure(1, 0));
    assertEquals(1, host.lines().size());
    assertTrue(host.lines()
        .get(0)
        .endsWith("configuration refused: root_id \"tags\" is no plugin of this module; give one of: tag, refuse"),
        host.lines().get(0));
    FakeHost silent = FakeHost.get("/");
    assertFalse(PluginCallbacks.of(module(), silent).onConfigure(1, 0));
  }

  @Test
  void rootIdsAreToldApart() {
    SluicePlugin any = settings -> plugin("any");
    assertThrows(IllegalArgumentException.class, () -> Plugins.of("a", any).and("a", any));
    assertThrows(IllegalArgumentException.class, () -> Plugins.of("", any));
    assertThrows(IllegalArgumentException.class, () -> Plugins.of("a", null));
    assertEquals(any, Plugins.meant(any, "whatever"));
    assertThrows(SettingsRejected.class, () -> Plugins.meant(module(), "whatever"));
  }
}
