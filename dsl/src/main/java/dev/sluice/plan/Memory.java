package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** What a pipeline remembers of one stream from step to step, across callbacks and parts. */
public class Memory {
  private final Bytes[] variables;
  private final Callout[] callouts;
  private final GrpcCallout[] grpcs;

  Memory(Scope scope) {
    variables = new Bytes[scope.variables()];
    callouts = new Callout[scope.callouts()];
    grpcs = new GrpcCallout[scope.grpcs()];
  }

  /** The value of a variable, null where it has none. */
  Bytes variable(int slot) {
    return variables[slot];
  }

  void variable(int slot, Bytes value) {
    variables[slot] = value;
  }

  /** The callout last made for a slot, null where none was. */
  Callout callout(int slot) {
    return callouts[slot];
  }

  void callout(int slot, Callout callout) {
    callouts[slot] = callout;
  }

  /** The gRPC call last made for a slot, null where none was. */
  GrpcCallout grpc(int slot) {
    return grpcs[slot];
  }

  void grpc(int slot, GrpcCallout callout) {
    grpcs[slot] = callout;
  }
}
