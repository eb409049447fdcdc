package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.StreamType;
import java.util.List;

/** The programs of connections. Apart, and not final, for the reason given at {@link Account}. */
public class Connections {
  private final Scope scope;
  private Planner connectPlanner;
  private Planner downstreamPlanner;
  private Planner upstreamPlanner;
  private Planner closePlanner;
  private Program connect;
  private Program downstream;
  private Program upstream;
  private Program close;

  Connections(Scope scope) {
    this.scope = scope;
  }

  void connect(List<? extends PlannedStep> steps) {
    connectPlanner = planned(ConnectionPhase.CONNECT, StreamType.DOWNSTREAM, BufferType.DOWNSTREAM_DATA, steps);
  }

  void downstream(List<? extends PlannedStep> steps) {
    downstreamPlanner = planned(ConnectionPhase.DOWNSTREAM, StreamType.DOWNSTREAM, BufferType.DOWNSTREAM_DATA, steps);
  }

  void upstream(List<? extends PlannedStep> steps) {
    upstreamPlanner = planned(ConnectionPhase.UPSTREAM, StreamType.UPSTREAM, BufferType.UPSTREAM_DATA, steps);
  }

  void close(List<? extends PlannedStep> steps) {
    closePlanner = planned(ConnectionPhase.CLOSE, StreamType.DOWNSTREAM, BufferType.DOWNSTREAM_DATA, steps);
  }

  private Planner planned(String name, StreamType stream, BufferType data, List<? extends PlannedStep> steps) {
    Planner planner = new Planner(new ConnectionPhase(name, stream, data), scope, 1);
    planner.layer(0, steps);
    return planner;
  }

  void finish() {
    connect = finished(connectPlanner);
    downstream = finished(downstreamPlanner);
    upstream = finished(upstreamPlanner);
    close = finished(closePlanner);
  }

  private static Program finished(Planner planner) {
    return planner == null ? null : planner.finish();
  }

  /** What runs when a client has connected, null for nothing. */
  public Program connect() {
    return connect;
  }

  /** What runs when data of the client has come, null for nothing. */
  public Program downstream() {
    return downstream;
  }

  /** What runs when data of the upstream has come, null for nothing. */
  public Program upstream() {
    return upstream;
  }

  /** What runs when a side has closed, null for nothing. */
  public Program close() {
    return close;
  }
}
