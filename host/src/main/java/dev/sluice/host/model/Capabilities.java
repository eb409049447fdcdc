package dev.sluice.host.model;

import java.util.Set;

/**
 * Which functions a plugin may call and be called by (Envoy's {@code capability_restriction_config}).
 *
 * @param names of functions of the ABI and of WASI; none restrict nothing
 */
record Capabilities(Set<String> names) {

  boolean restrict() {
    return !names.isEmpty();
  }

  boolean allow(String function) {
    return names.isEmpty() || names.contains(function);
  }
}
