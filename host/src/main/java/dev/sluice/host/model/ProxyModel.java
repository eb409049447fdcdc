package dev.sluice.host.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One proxy: its workers and what they share. Safe to use from the threads of all workers. */
public final class ProxyModel {
  private final HostEnvironment environment;
  private final Clusters clusters;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();

  /** @param clusters what plugins can call */
  public ProxyModel(HostEnvironment environment, Clusters clusters) {
    this.environment = environment;
    this.clusters = clusters;
  }

  /**
   * One more worker, or the main thread, which has VMs as workers have but no streams.
   *
   * @param dispatcher of the only thread that may use the worker
   */
  public Worker worker(Dispatcher dispatcher) {
    Worker worker = new Worker(this, dispatcher);
    workers.add(worker);
    return worker;
  }

  Clusters clusters() {
    return clusters;
  }

  HostEnvironment environment() {
    return environment;
  }
}
