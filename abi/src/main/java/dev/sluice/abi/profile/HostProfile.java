package dev.sluice.abi.profile;

import dev.sluice.abi.Callback;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Set;

/**
 * A host of Proxy-Wasm modules, as far as it differs from the current Envoy, which the embedded host models else.
 *
 * @param id short name, for command lines
 * @param title the host with its versions
 * @param features what WebAssembly beyond its first version the host's engine takes, see {@link WasmFeature}; none where
 *     that is not known
 * @param engine why
 * @param neverMade callbacks that the host does not make
 * @param lacking hostcalls that it lacks, by name
 * @param limits what else limits plugins there, a sentence each
 */
public record HostProfile(
    String id,
    String title,
    Option<Set<WasmFeature>> features,
    String engine,
    Set<Callback> neverMade,
    Map<String, Lack> lacking,
    Set<HostTrait> traits,
    Set<String> limits) {

  public HostProfile {
    neverMade = Set.copyOf(neverMade);
    lacking = Map.copyOf(lacking);
    traits = Set.copyOf(traits);
    limits = Set.copyOf(limits);
  }

  public boolean has(HostTrait trait) {
    return traits.contains(trait);
  }

  public boolean makes(Callback callback) {
    return !neverMade.contains(callback);
  }

  /** What becomes of this hostcall; none where the host has it. */
  public Option<Lack> lack(String hostcall) {
    return Option.of(lacking.get(hostcall));
  }

  @Override
  public String toString() {
    return title;
  }
}
