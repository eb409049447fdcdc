package dev.sluice.plan;

import dev.sluice.abi.Status;

/**
 * The host did not do what a step needs: it lacks the function, forbids it (Envoy's capability restriction), or broke
 * the contract. Answered by the plugin's failure policy, since going on as if nothing was there could let through what
 * the pipeline refuses.
 */
public final class HostRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HostRefusal(String hostcall, Status status) {
    super(hostcall + " answered " + status);
  }
}
