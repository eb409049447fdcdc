package dev.sluice.bridge.teavm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;

/** What TeaVM or a host would refuse, in words for the plugin's author: what it is and where the plugin calls it. */
final class Problems {
  private static final int MOST = 20;

  private final CallChains chains;
  private final Set<String> texts = new LinkedHashSet<>();

  Problems(CallChains chains) {
    this.chains = chains;
  }

  /** A class or method that TeaVM has not got, and whatever else it calls severe. */
  void add(Problem problem) {
    DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
    problem.render(text);
    CallLocation location = problem.getLocation();
    if (location == null || location.getMethod() == null) {
      texts.add(text.getText());
      return;
    }
    MethodReference method = location.getMethod();
    texts.add(
        text.getText()
            + ": in "
            + CallChains.name(method)
            + CallChains.at(location.getSourceLocation())
            + chains.to(method));
  }

  /** Functions that are still to be imported and that no Proxy-Wasm host has, and those of memory that is not there. */
  void addFunctions(WasmModule module) {
    for (WasmFunction function : module.functions) {
      MethodReference method = function.getJavaMethod();
      if (method != null && method.getClassName().equals(GuestNames.HEAP) && !method.getName().equals("init")) {
        texts.add("TeaVM's own heap has no memory in a module" + chains.to(method));
      }
      String from = function.getImportModule();
      if (function.getImportName() == null || "env".equals(from) || "wasi_snapshot_preview1".equals(from)) {
        continue;
      }
      String name = from + "." + function.getImportName();
      texts.add(
          method == null
              ? "the JDK's part behind " + name + " exists in a browser only"
              : CallChains.name(method) + " exists in a browser only" + chains.to(method));
    }
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The first of them; one mistake often makes hundreds. */
  List<String> texts() {
    List<String> shown = new ArrayList<>(texts.stream().limit(MOST).toList());
    if (texts.size() > MOST) {
      shown.add("and " + (texts.size() - MOST) + " more");
    }
    return shown;
  }
}
