package dev.sluice.plan;

import java.util.List;

/**
 * The programs of a whole pipeline. The request program runs the filters' request parts in order, the response
 * program their response parts in reverse, from the innermost filter that the stream entered.
 */
public final class PipelinePlan {
  private final Program request;
  private final ResponseProgram response;
  private final int layers;

  private PipelinePlan(Program request, ResponseProgram response, int layers) {
    this.request = request;
    this.response = response;
    this.layers = layers;
  }

  /** The program of the request parts, null where no filter has one. */
  public Program request() {
    return request;
  }

  /** The program of the response parts, null where no filter has one. */
  public ResponseProgram response() {
    return response;
  }

  /** Number of filters. */
  public int layers() {
    return layers;
  }

  /** Number of filters that a stream has entered before its request is seen: all where none looks at requests. */
  public int enteredUnseen() {
    return request == null ? layers : 0;
  }

  /**
   * Collects the parts. Takes request parts from the first filter to the last, then response parts from the last to
   * the first.
   */
  public static final class Builder {
    private final int layers;
    private Planner request;
    private Responses response;

    public Builder(int layers) {
      this.layers = layers;
    }

    public void request(int layer, List<? extends PlannedStep> steps) {
      if (request == null) {
        request = new Planner(new RequestPhase(), layers);
      }
      request.layer(layer, steps);
    }

    public void response(int layer, List<? extends PlannedStep> steps) {
      if (response == null) {
        response = new Responses(layers);
      }
      response.planner.layer(layer, steps);
    }

    public PipelinePlan build() {
      return new PipelinePlan(
          request == null ? null : request.finish(), response == null ? null : response.finish(), layers);
    }
  }

  /** Planning of response parts, apart and not final for the reason given at {@link ResponseProgram}. */
  private static class Responses {
    private final Planner planner;

    Responses(int layers) {
      planner = new Planner(new ResponsePhase(), layers);
    }

    ResponseProgram finish() {
      return new ResponseProgram(planner.finish());
    }
  }
}
