package dev.sluice.laws.place;

import dev.sluice.host.exchange.Conversation;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.laws.Traffic;
import dev.sluice.laws.reference.Service;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;

/** The embedded proxy with one plugin, which may be failed by its host. */
public final class PluginHost implements AutoCloseable {
  private final EmbeddedProxy proxy;

  private PluginHost(EmbeddedProxy proxy) {
    this.proxy = proxy;
  }

  public static PluginHost start(GuestSource source, String configuration) {
    ProxyOptions options = ProxyOptions.of(HostEnvironment.deterministic())
        .withClusters(name -> Option.some(new ScriptedCluster(request -> Service.answer(request, List.of()))));
    return new PluginHost(EmbeddedProxy.start(options, PluginSpec.of("plugin", source)
        .withConfiguration(configuration)
        .withAllowOnHeadersStopIteration(true)));
  }

  /**
   * How an exchange ended.
   *
   * @param status what the client got, 0 for nothing
   * @param passed whether all of the request reached the upstream
   * @param held whether the plugin holds it for good
   */
  public record Outcome(int status, boolean passed, boolean held, boolean reset, List<String> log) {
    /** Whether an exception has left the plugin. */
    public boolean vmFailed() {
      return log.stream().anyMatch(line -> line.startsWith("the plugin's VM failed"));
    }
  }

  /** Takes traffic through the plugin, as far as it lets it. */
  public Outcome run(Traffic traffic) {
    return proxy.run(sender -> {
      Conversation conversation = proxy.open(Map.of());
      boolean held;
      try (conversation) {
        held = !new Drive(proxy, conversation, traffic).passes();
      }
      return new Outcome(conversation.client().status(), conversation.upstream().complete(), held,
          conversation.reset().isDefined(), conversation.log().stream().map(LogLine::text).toList());
    });
  }

  @Override
  public void close() {
    proxy.close();
  }
}
