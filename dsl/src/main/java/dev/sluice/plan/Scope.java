package dev.sluice.plan;

import dev.sluice.abi.MetricType;

/** The names of a pipeline, known from where they are given to its end: variables and callouts, each with a slot. */
public class Scope {
  private Names variables;
  private Names callouts;
  private final int layers;
  private Names grpcs;
  private MetricTable metrics;
  private StateCell states;
  private Asked[] asked = {};
  private Planner request;
  private Prelude prelude;

  Scope(int layers) {
    this.layers = layers;
  }

  /** What plans the request's program; there is one as soon as this has been asked. */
  Planner request() {
    if (request == null) {
      request = new Planner(new RequestPhase(), this, layers);
    }
    return request;
  }

  /** The program of the request, null where nothing was planned for it. Complete when all parts are planned. */
  Program requestProgram() {
    return request == null ? null : request.finish();
  }

  /** What happens to every request before the first step; there is such from now on. */
  Prelude prelude() {
    if (prelude == null) {
      prelude = new Prelude(request());
      request.prelude(prelude);
    }
    return prelude;
  }

  int variables() {
    return variables == null ? 0 : variables.count();
  }

  int callouts() {
    return callouts == null ? 0 : callouts.count();
  }

  int grpcs() {
    return grpcs == null ? 0 : grpcs.count();
  }

  /** The slot of a gRPC call that a step makes. */
  int grpc(String name) {
    if (grpcs == null) {
      grpcs = new Names();
    }
    return grpcs.slotOf(name);
  }

  /** The slot of a gRPC call, -1 where no step before has made it. */
  int findGrpc(String name) {
    return grpcs == null ? -1 : grpcs.find(name);
  }

  int bind(String variable) {
    if (variables == null) {
      variables = new Names();
    }
    return variables.slotOf(variable);
  }

  /** The slot of a variable, -1 where no step before has bound it. */
  int find(String variable) {
    return variables == null ? -1 : variables.find(variable);
  }

  Asked call(String name) {
    if (callouts == null) {
      callouts = new Names();
    }
    int slot = callouts.slotOf(name);
    if (slot == asked.length) {
      Asked[] more = new Asked[slot + 1];
      System.arraycopy(asked, 0, more, 0, slot);
      more[slot] = new Asked(slot);
      asked = more;
    }
    return asked[slot];
  }

  /** The metrics of this name; null where its signature is another one than before. */
  MetricTable metric(MetricType type, String name, String signature, int tags) {
    MetricTable found = metrics;
    while (found != null && !found.isNamed(name)) {
      found = found.next();
    }
    if (found == null) {
      found = new MetricTable(type, name, signature, tags, metrics);
      metrics = found;
    }
    return found.signature().equals(signature) ? found : null;
  }

  /** The state of this name, which is made where there is none. */
  StateCell state(String name, Object initial) {
    StateCell found = StateCell.find(states, name);
    if (found == null) {
      found = new StateCell(name, initial, states);
      states = found;
    }
    return found;
  }

  /** What is asked of the answer of a callout, null where no step before has made it. */
  Asked answer(String name) {
    int slot = callouts == null ? -1 : callouts.find(name);
    return slot < 0 ? null : asked[slot];
  }

  /** Names in the order in which they came. Few, so they are looked for one by one. */
  private static final class Names {
    private String[] names = {};

    int count() {
      return names.length;
    }

    int find(String name) {
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
      return -1;
    }

    int slotOf(String name) {
      int found = find(name);
      if (found >= 0) {
        return found;
      }
      String[] more = new String[names.length + 1];
      System.arraycopy(names, 0, more, 0, names.length);
      more[names.length] = name;
      names = more;
      return names.length - 1;
    }
  }
}
