package dev.sluice.explain;

import io.vavr.collection.List;

/** What lies behind a walk so far, newest first: lists share their ends, so that walks branch cheaply. */
record Trace(List<String> decisions, List<String> hostcalls, List<String> ownCode, int cost) {
  static final Trace START = new Trace(List.empty(), List.empty(), List.empty(), 0);

  Trace called(List<String> names) {
    return new Trace(decisions, hostcalls.prependAll(names.reverse()), ownCode, cost + names.size());
  }

  Trace decided(String what) {
    return new Trace(decisions.prepend(what), hostcalls, ownCode, cost);
  }

  Trace entered(String step) {
    return new Trace(decisions, hostcalls, ownCode.prepend(step), cost);
  }

  Way ended(String outcome) {
    return new Way(decisions.reverse(), hostcalls.reverse(), ownCode.reverse(), outcome);
  }
}
