package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One worker of a proxy with its VMs. Plugins whose VM id, VM configuration and code are equal share one VM. Used by one
 * thread at a time.
 */
public final class Worker implements AutoCloseable {
  private final ProxyModel proxy;
  private final HostEnvironment environment;
  private final DirectionRules requestRules;
  private final DirectionRules responseRules;
  private final Dispatcher dispatcher;
  private final Map<PluginSpec.VmKey, Vm> vms = new HashMap<>();
  private final List<Filter> filters = new ArrayList<>();

  Worker(ProxyModel proxy, Dispatcher dispatcher) {
    this.proxy = proxy;
    this.environment = proxy.environment();
    this.requestRules = DirectionRules.of(Way.REQUEST, environment);
    this.responseRules = DirectionRules.of(Way.RESPONSE, environment);
    this.dispatcher = dispatcher;
  }

  ProxyModel proxy() {
    return proxy;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  HostEnvironment environment() {
    return environment;
  }

  DirectionRules requestRules() {
    return requestRules;
  }

  DirectionRules responseRules() {
    return responseRules;
  }

  /**
   * Starts and configures a plugin.
   *
   * @throws PluginRefusedException when its code fails or it refuses its configuration
   */
  public Filter install(PluginSpec plugin) {
    Filter filter = new Filter(this, start(plugin));
    filters.add(filter);
    return filter;
  }

  /**
   * A new HTTP exchange through these plugins, in this order.
   *
   * @param attributes what plugins can read as properties besides what follows from headers, by path with NUL between
   *     the segments
   * @param sink where it goes when it has passed them
   */
  public HttpStream stream(List<Filter> through, Map<Bytes, Bytes> attributes, HttpSink sink) {
    return new HttpStream(through, attributes, this, Objects.requireNonNull(sink));
  }

  /** A new connection through these plugins, in this order; attributes as by {@link #stream}. */
  public TcpStream connection(List<Filter> through, Map<Bytes, Bytes> attributes, TcpSink sink) {
    return new TcpStream(through, attributes, environment, Objects.requireNonNull(sink));
  }

  /** The root context of this plugin: the one that runs already, or a new one that has been configured. */
  RootContext start(PluginSpec plugin) {
    Vm known = usable(plugin);
    RootContext running = known == null ? null : known.root(plugin);
    if (running != null) {
      running.share();
      return running;
    }
    List<LogLine> written = new ArrayList<>();
    StartLog log = new StartLog(environment.log(), written);
    Vm vm = known == null ? load(plugin, log) : known;
    RootContext root = new RootContext(vm, plugin, new HostcallTrace(false), log);
    if (!root.start()) {
      throw refused(root, "did not start", written);
    }
    if (!root.configure()) {
      throw refused(root, "refused its configuration", written);
    }
    log.started();
    vms.put(plugin.vmKey(), vm);
    return root;
  }

  /** A VM that this plugin can share; null where there is none. */
  private Vm usable(PluginSpec plugin) {
    vms.values().removeIf(vm -> vm.failed() || vm.isUnused());
    return vms.get(plugin.vmKey());
  }

  /** A message is in a queue that a root context of this number has registered, in the VM of this key that was there. */
  void queueReady(PluginSpec.VmKey key, int rootContextId, int token) {
    Vm vm = vms.get(key);
    if (vm != null && vm.context(rootContextId) instanceof RootContext root) {
      root.queueReady(token);
    }
  }

  private Vm load(PluginSpec plugin, StartLog log) {
    try {
      return Vm.load(plugin, this, log);
    } catch (VmFailure e) {
      throw new PluginRefusedException(named(plugin) + " failed while loading: " + e.getMessage(), log.written());
    }
  }

  private static PluginRefusedException refused(RootContext root, String what, List<LogLine> written) {
    Vm vm = root.vm();
    String why = vm.failed() ? " failed while starting: " + vm.failure().getMessage() : " " + what;
    root.retire();
    return new PluginRefusedException(named(root.plugin()) + why, written);
  }

  private static String named(PluginSpec plugin) {
    return "plugin '" + plugin.name() + "'";
  }

  /** Takes all plugins away. */
  @Override
  public void close() {
    filters.forEach(Filter::remove);
    filters.clear();
    vms.clear();
  }

  /** Notes what a plugin writes until it has come up. */
  private static final class StartLog implements Consumer<LogLine> {
    private final Consumer<LogLine> next;
    private List<LogLine> written;

    StartLog(Consumer<LogLine> next, List<LogLine> written) {
      this.next = next;
      this.written = written;
    }

    List<LogLine> written() {
      return written;
    }

    void started() {
      written = null;
    }

    @Override
    public void accept(LogLine line) {
      if (written != null) {
        written.add(line);
      }
      next.accept(line);
    }
  }
}
