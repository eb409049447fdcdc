package dev.sluice.host.model;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Status;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.Lack;
import java.util.Set;

/**
 * Which functions a plugin may call and be called by (Envoy's {@code capability_restriction_config}), and which the host
 * has at all.
 *
 * @param names of functions of the ABI and of WASI; none restrict nothing
 * @param restrict whether anything is restricted at all
 */
record Capabilities(Set<String> names, HostProfile profile, boolean restrict) {

  Capabilities(Set<String> names, HostProfile profile) {
    this(names, profile, !names.isEmpty() || !profile.lacking().isEmpty() || !profile.neverMade().isEmpty());
  }

  boolean allow(Callback callback) {
    return profile.makes(callback) && permit(callback.exportName());
  }

  /** True where a call of this function has its effect. */
  boolean allow(String function) {
    return !restrict || profile.lack(function).isEmpty() && permit(function);
  }

  private boolean permit(String function) {
    return names.isEmpty() || names.contains(function);
  }

  /** Why a call of this function has no effect. */
  String reason(String function) {
    return profile.lack(function).isEmpty()
        ? "Attempted call to restricted capability: " + function
        : profile + " has no " + function;
  }

  /**
   * What a function answers that has no effect.
   *
   * @throws VmFailure where the host ends the VM for such a call
   */
  Status refusal(String function) {
    return profile.lack(function)
        .map(lack -> lack == Lack.UNIMPLEMENTED ? Status.UNIMPLEMENTED : trap(function))
        .getOrElse(Status.INTERNAL_FAILURE);
  }

  private Status trap(String function) {
    throw new VmFailure(reason(function));
  }

  /**
   * Links a function to a module.
   *
   * @throws VmFailure where the host does not know it
   */
  void link(String function) {
    if (profile.lack(function).contains(Lack.NOT_LINKED)) {
      throw new VmFailure("missing host function: " + reason(function));
    }
  }
}
