package dev.sluice.plan;

import dev.sluice.abi.StreamType;
import java.util.List;

/** The programs of a stream's moments beside its messages. Apart, and not final, for the reason given at {@link Account}. */
public class Moments {
  private final Scope scope;
  private Program requestMetadata;
  private Program responseMetadata;
  private Program done;

  Moments(Scope scope) {
    this.scope = scope;
  }

  void requestMetadata(List<? extends PlannedStep> steps) {
    requestMetadata = planned("request metadata", StreamType.HTTP_REQUEST, steps);
  }

  void responseMetadata(List<? extends PlannedStep> steps) {
    responseMetadata = planned("response metadata", StreamType.HTTP_RESPONSE, steps);
  }

  void done(List<? extends PlannedStep> steps) {
    done = planned("done", StreamType.HTTP_RESPONSE, steps);
  }

  private Program planned(String name, StreamType stream, List<? extends PlannedStep> steps) {
    Planner planner = new Planner(new MomentPhase(name, stream), scope, 1);
    planner.layer(0, steps);
    return planner.finish();
  }

  /** What runs when HTTP/2 metadata of the request has come, null for nothing. */
  public Program requestMetadata() {
    return requestMetadata;
  }

  /** What runs when HTTP/2 metadata of the response has come, null for nothing. */
  public Program responseMetadata() {
    return responseMetadata;
  }

  /** What runs when a stream or connection is done, null for nothing. */
  public Program done() {
    return done;
  }
}
