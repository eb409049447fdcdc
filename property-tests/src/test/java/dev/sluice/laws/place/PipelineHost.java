package dev.sluice.laws.place;

import dev.sluice.abi.Bytes;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.exchange.Conversation;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.exchange.Reaction;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.model.GuestSource;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import dev.sluice.laws.Observed;
import dev.sluice.laws.Traffic;
import dev.sluice.laws.pipeline.GeneratedPlugin;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.reference.Attributes;
import dev.sluice.laws.reference.Reference;
import dev.sluice.laws.reference.Service;
import dev.sluice.testkit.CompiledPlugin;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The embedded proxy with a plugin that is configured anew for each pipeline; its VM stays. */
public final class PipelineHost implements AutoCloseable {
  private static final Bytes SERVICE = Bytes.utf8("service");
  /** More than all calls of a pipeline may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final List<String> METRICS = List.of("m;t=a", "m;t=b", "m;t=none", "m;t=other", "g", "h");

  private final GuestSource source;
  private final List<String> calls = new ArrayList<>();
  private final EmbeddedProxy proxy;
  private String space = "";
  private int runs;

  private PipelineHost(GuestSource source, HostEnvironment environment) {
    this.source = source;
    ProxyOptions options = ProxyOptions.of(environment)
        .withPatience(PATIENCE)
        .withClusters(name -> Option.when(name.equals(SERVICE), () -> new ScriptedCluster(request -> {
          Reaction reaction = Service.answer(request, calls);
          calls.add(Reference.describe(request));
          return reaction;
        })));
    proxy = EmbeddedProxy.start(options, spec(new Pipeline(List.of()).json()));
  }

  /** With this code. */
  public static PipelineHost of(GuestSource source) {
    return new PipelineHost(source, HostEnvironment.deterministic());
  }

  /** The engine as Java objects. */
  public static PipelineHost jvm() {
    return of(JvmPlugin.of(host -> PluginCallbacks.of(new GeneratedPlugin(), host)));
  }

  /** The engine as a module, compiled once a run. */
  public static PipelineHost wasm() {
    return of(WasmPlugin.of(CompiledPlugin.of(GeneratedPlugin.class).module(), Engine.COMPILER));
  }

  private PluginSpec spec(String configuration) {
    return PluginSpec.of("generated", source)
        .withConfiguration(configuration)
        .withAllowOnHeadersStopIteration(true);
  }

  /** What comes of the traffic. */
  public Observed run(Pipeline pipeline, Traffic traffic) {
    return run(pipeline.json(), traffic);
  }

  /** What comes of the traffic by this configuration. */
  public Observed run(String configuration, Traffic traffic) {
    return proxy.run(sender -> {
      Conversation conversation = converse(configuration, traffic);
      return Drive.observed(conversation, traffic, List.copyOf(calls), metrics());
    });
  }

  /** The hostcalls that the plugin makes for the traffic. */
  public List<String> hostcalls(Pipeline pipeline, Traffic traffic) {
    return proxy.run(sender -> converse(pipeline.json(), traffic).hostcalls()
        .stream()
        .map(HostcallRecord::name)
        .filter(name -> name.startsWith("proxy_"))
        .toList());
  }

  private Map<String, Long> metrics() {
    Map<String, Long> all = new TreeMap<>();
    for (String name : METRICS) {
      proxy.metrics().value(space + name).forEach(value -> all.put(name, value));
      proxy.metrics().histogram(space + name).forEach(samples -> all.put(name, samples.sum()));
    }
    all.values().removeIf(value -> value == 0);
    return all;
  }

  /** What outlives a stream has other names in each run: so each begins with nothing. */
  private Conversation converse(String configuration, Traffic traffic) {
    space = "run" + ++runs + ".";
    proxy.update(0, spec(configuration.replace(Pipeline.SPACE, space)));
    calls.clear();
    Conversation conversation = proxy.open(Attributes.given());
    try (conversation) {
      new Drive(proxy, conversation, traffic).run();
    }
    return conversation;
  }

  @Override
  public void close() {
    proxy.close();
  }
}
