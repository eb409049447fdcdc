package dev.sluice.bridge;

import dev.sluice.abi.Callback;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostTrait;
import dev.sluice.abi.profile.Lack;
import dev.sluice.abi.profile.WasmFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a module does on a host, as far as its manifest tells.
 *
 * @param refusals why it cannot run there; empty where it can, or that is not known
 * @param findings what will be otherwise there than in a current Envoy
 */
public record HostFit(List<String> refusals, List<String> findings) {

  public HostFit {
    refusals = List.copyOf(refusals);
    findings = List.copyOf(findings);
  }

  /** @param headersStop whether the plugin holds headers while it reads the body */
  public static HostFit of(Manifest module, boolean headersStop, HostProfile host) {
    List<String> refusals = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    engine(module, host, refusals, findings);
    if (headersStop && host.has(HostTrait.HEADERS_STOP_ALL)) {
      refusals.add("it holds headers while it reads the body, which this host has no option for");
    }
    for (String hostcall : module.hostcalls()) {
      for (Lack lack : host.lack(hostcall)) {
        switch (lack) {
          case NOT_LINKED -> refusals.add("it imports " + hostcall + ", which this host does not have");
          case TRAPS -> findings.add(hostcall + " ends the plugin there");
          case UNIMPLEMENTED -> findings.add(hostcall + " answers UNIMPLEMENTED there");
        }
      }
    }
    for (String name : module.callbacks()) {
      if (Callback.fromExportName(name).exists(callback -> !host.makes(callback))) {
        findings.add("it is never called by " + name + " there");
      }
    }
    Set<String> functions = new TreeSet<>(module.callbacks());
    functions.addAll(module.hostcalls());
    host.traits()
        .stream()
        .sorted()
        .filter(trait -> trait.concerned().stream().anyMatch(functions::contains))
        .forEach(trait -> findings.add(trait.description()));
    host.limits().stream().sorted().forEach(findings::add);
    return new HostFit(refusals, findings);
  }

  private static void engine(Manifest module, HostProfile host, List<String> refusals, List<String> findings) {
    if (module.features().isEmpty()) {
      return;
    }
    String needs = "it needs WebAssembly's " + String.join(" and ", module.features());
    if (host.features().isEmpty()) {
      findings.add("whether this host loads it is not known: " + needs + ", and the host runs " + host.engine());
    } else if (host.features().get().stream().map(WasmFeature::id).toList().containsAll(module.features())) {
      return;
    } else {
      refusals.add(needs + ", which this host's engine lacks (" + host.engine() + ")");
    }
  }
}
