package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.profile.HostTrait;

/**
 * A plugin's place in the proxy. The configuration in it can be replaced while streams are in flight: those keep the
 * one they began with.
 */
public final class Filter {
  private final Worker worker;
  private RootContext root;
  private long loadedAt;

  Filter(Worker worker, RootContext root) {
    this.worker = worker;
    this.root = root;
    this.loadedAt = worker.environment().clock().monotonicNanos();
  }

  /** The plugin as it is configured now. */
  public PluginSpec plugin() {
    return root.plugin();
  }

  /**
   * Configures the plugin anew, with other code if the spec says so.
   *
   * @throws PluginRefusedException when it does not come up; the old configuration stays in force
   */
  public void update(PluginSpec plugin) {
    replace(worker.start(plugin));
  }

  private void replace(RootContext next) {
    RootContext before = root;
    root = next;
    loadedAt = worker.environment().clock().monotonicNanos();
    before.retire();
  }

  /** Where the next stream belongs; a failed VM is replaced here if the policy says so and the pause is over. */
  RootContext root() {
    boolean reloads = plugin().failurePolicy() == FailurePolicy.FAIL_RELOAD
        && !worker.environment().profile().has(HostTrait.NO_RELOAD);
    if (root.vm().failed() && reloads && pauseIsOver()) {
      loadedAt = worker.environment().clock().monotonicNanos();
      try {
        replace(worker.start(plugin()));
      } catch (PluginRefusedException stillBroken) {
        // Its log tells why; the streams fail closed until the next try.
        return root;
      }
    }
    return root;
  }

  private boolean pauseIsOver() {
    long since = worker.environment().clock().monotonicNanos() - loadedAt;
    return since >= worker.environment().reloadPause().toNanos();
  }

  /**
   * Calls the plugin by {@code proxy_on_foreign_function}, as an extension of a proxy does.
   *
   * @param function a number that plugin and host agree on
   * @param arguments readable for the plugin while it is called
   */
  public void foreignFunction(int function, Bytes arguments) {
    root.foreignFunction(function, arguments);
  }

  /** Takes the plugin away; it ends with its last stream. */
  void remove() {
    root.retire();
  }
}
