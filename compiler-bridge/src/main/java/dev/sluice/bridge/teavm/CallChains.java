package dev.sluice.bridge.teavm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.callgraph.CallGraph;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;

/** Who led there: the shortest chain of calls from the plugin's own code to a method of the JDK or of a library. */
final class CallChains {
  private static final List<String> NOT_THE_AUTHORS =
      List.of("java.", "javax.", "jdk.", "sun.", "org.teavm.", "dev.sluice.abi.", "dev.sluice.bridge.runtime.",
          "dev.sluice.dsl.", "dev.sluice.engine.", "dev.sluice.plan.", "dev.sluice.step.", "dev.sluice.value.");

  private final CallGraph calls;

  CallChains(CallGraph calls) {
    this.calls = calls;
  }

  private record Caller(MethodReference method, TextLocation location) {}

  /** " called by a.b.C.m (C.java:12), called by ..." down to the plugin; empty where nothing is known. */
  String to(MethodReference method) {
    Map<MethodReference, Caller> next = new HashMap<>();
    Deque<MethodReference> queue = new ArrayDeque<>(List.of(method));
    next.put(method, null);
    while (!queue.isEmpty()) {
      MethodReference reached = queue.remove();
      if (isAuthors(reached)) {
        return describe(reached, next);
      }
      CallGraphNode node = calls.getNode(reached);
      if (node != null) {
        for (CallSite site : node.getCallerCallSites()) {
          for (CallGraphNode caller : site.getCallers()) {
            if (!next.containsKey(caller.getMethod())) {
              next.put(caller.getMethod(), new Caller(reached, firstLocation(site, caller)));
              queue.add(caller.getMethod());
            }
          }
        }
      }
    }
    return "";
  }

  private static boolean isAuthors(MethodReference method) {
    return NOT_THE_AUTHORS.stream().noneMatch(method.getClassName()::startsWith);
  }

  private static TextLocation firstLocation(CallSite site, CallGraphNode caller) {
    return site.getLocations(caller).stream().filter(location -> location != null).findFirst().orElse(null);
  }

  private static String describe(MethodReference author, Map<MethodReference, Caller> next) {
    List<String> chain = new ArrayList<>();
    MethodReference method = author;
    for (Caller call = next.get(method); call != null; call = next.get(method)) {
      chain.add(", called by " + name(method) + at(call.location()));
      method = call.method();
    }
    Collections.reverse(chain);
    return String.join("", chain);
  }

  static String name(MethodReference method) {
    return method.getClassName() + "." + method.getName();
  }

  static String at(TextLocation location) {
    return location == null || location.isEmpty() ? "" : " (" + location + ")";
  }
}
