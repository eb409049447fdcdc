package dev.sluice.host.model;

/** One proxy: its workers and what they share. Safe to use from the threads of all workers. */
public final class ProxyModel {
  private final HostEnvironment environment;
  private final Clusters clusters;
  private final SharedState shared;
  private final Metrics metrics;

  /** @param clusters what plugins can call */
  public ProxyModel(HostEnvironment environment, Clusters clusters) {
    this.environment = environment;
    this.clusters = clusters;
    Budget budget = new Budget(environment.sharedStateLimit());
    shared = new SharedState(budget);
    metrics = new Metrics(budget);
  }

  /**
   * One more worker, or the main thread, which has VMs as workers have but no streams.
   *
   * @param dispatcher of the only thread that may use the worker
   */
  public Worker worker(Dispatcher dispatcher) {
    return new Worker(this, dispatcher);
  }

  /** What the plugins count. */
  public Metrics metrics() {
    return metrics;
  }

  SharedState shared() {
    return shared;
  }

  Clusters clusters() {
    return clusters;
  }

  HostEnvironment environment() {
    return environment;
  }
}
