package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.PluginSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginEndRulesTest {
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();

  @Test
  void aPluginThatIsNotDoneStaysUntilItSaysSo() {
    PluginSpec old = TestPlugin.spec(Lingering::new).withConfiguration("old");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(old)) {
      proxy.update(0, old.withConfiguration("new"));
      told.add("updated");
      proxy.advance(Duration.ofMillis(30));
    }
    assertEquals(List.of("done 1? no", "updated", "tick 1", "tick 2", "tick 1", "done OK", "again NOT_FOUND",
        "end of tick 1", "delete 1", "tick 2", "tick 2", "done 2? yes", "delete 2"), told);
  }

  @Test
  void aVmDoesNotWaitForPluginsThatAreNotDone() {
    PluginSpec old = TestPlugin.spec(Lingering::new).withConfiguration("old");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(old)) {
      proxy.update(0, old.withConfiguration("new").withVmId("another"));
      told.add("updated");
      proxy.advance(Duration.ofMillis(10));
    }
    // What ticks and ends from then on is the root context of the other VM, which has number 1 there.
    assertEquals(List.of("done 1? no", "updated", "tick 1", "done 1? yes", "delete 1"), told);
  }

  @Test
  void aStreamThatIsNotDoneEndsAllTheSame() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public boolean onDone(int contextId) {
        told.add("done " + contextId + ": " + host.flow().done());
        return false;
      }

      @Override
      public void onDelete(int contextId) {
        told.add("delete " + contextId);
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("done 2: NOT_FOUND", "delete 2", "done 1: NOT_FOUND"), told);
  }

  @Test
  void filtersWithTheSamePluginShareItsRootContext() {
    PluginSpec spec = TestPlugin.spec(Lingering::new).withConfiguration("new");
    ProxyOptions options = ProxyOptions.deterministic();
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, spec, spec)) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
      proxy.update(0, spec);
      told.add("updated");
      proxy.update(0, spec.withRootId("other"));
      told.add("updated to another");
    }
    assertEquals(List.of("request 2 in 1", "request 3 in 1", "done 2? yes", "delete 2", "done 3? yes", "delete 3",
        "updated", "updated to another", "done 4? yes", "delete 4", "done 1? yes", "delete 1"), told);
  }

  @Test
  void aPluginThatComesBackWhileItsStreamsAreInFlightIsStillThere() {
    PluginSpec spec = TestPlugin.spec(Lingering::new).withConfiguration("new");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      Conversation inFlight = proxy.open().requestHeaders(HttpRequest.get("/"), true);
      proxy.update(0, spec.withConfiguration("newer"));
      proxy.update(0, spec);
      inFlight.close();
      told.add("closed");
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("request 2 in 1", "done 3? yes", "delete 3", "done 2? yes", "delete 2", "closed",
        "request 4 in 1", "done 4? yes", "delete 4", "done 1? yes", "delete 1"), told);
  }

  /** Is not done at first where its configuration is the old one; then says so in its second tick after that. */
  private final class Lingering extends TestPlugin {
    private final List<Integer> waiting = new ArrayList<>();
    private int parent;
    private int old;
    private int ticks;

    Lingering(Hostcalls host) {
      super(host);
    }

    @Override
    public void onContextCreate(int contextId, int parentContextId) {
      parent = parentContextId;
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      if (told(host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, configurationSize)).equals("old")) {
        old = rootContextId;
      }
      return host.time().tickPeriod(10).isOk();
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("request " + contextId + " in " + parent);
      return HeadersStatus.CONTINUE;
    }

    @Override
    public void onTick(int rootContextId) {
      told.add("tick " + rootContextId);
      if (waiting.contains(rootContextId) && ++ticks == 2) {
        told.add("done " + host.flow().done());
        told.add("again " + host.flow().done());
        told.add("end of tick " + rootContextId);
      }
    }

    @Override
    public boolean onDone(int contextId) {
      boolean done = contextId != old;
      if (!done) {
        waiting.add(contextId);
      }
      told.add("done " + contextId + (done ? "? yes" : "? no"));
      return done;
    }

    @Override
    public void onDelete(int contextId) {
      told.add("delete " + contextId);
    }
  }
}
