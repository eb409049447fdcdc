package dev.sluice.explain;

import io.vavr.collection.List;

/** What lies behind a walk so far, newest first: lists share their ends, so that walks branch cheaply. */
record Trace(List<String> decisions, List<HostcallUse> uses, List<String> ownCode, int cost, int most) {
  static final Trace START = new Trace(List.empty(), List.empty(), List.empty(), 0, 0);

  Trace called(List<HostcallUse> more) {
    return new Trace(decisions, uses.prependAll(more.reverse()), ownCode, cost + more.count(HostcallUse::certain),
        most + more.size());
  }

  Trace decided(String what) {
    return new Trace(decisions.prepend(what), uses, ownCode, cost, most);
  }

  Trace entered(String step) {
    return new Trace(decisions, uses, ownCode.prepend(step), cost, most);
  }

  Way ended(String outcome) {
    return new Way(decisions.reverse(), uses.reverse(), ownCode.reverse(), outcome);
  }
}
