package dev.sluice.dsl;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.Lists;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.step.Step;
import java.util.List;

/**
 * A filter's steps for one part of an exchange. The constructors are where the compiler learns which callbacks a plugin
 * needs, and a plugin without response parts holds none of the code for them: keep planning behind {@link #plan}.
 */
sealed interface Part {
  List<Step> steps();

  void plan(PipelinePlan.Builder builder, int layer);

  /** This part and these steps behind it. */
  static List<Step> append(Part part, List<Step> more) {
    return Lists.concat(part.steps(), more);
  }

  /** The filter does nothing on this way. */
  record Nothing() implements Part {
    @Override
    public List<Step> steps() {
      return Lists.none();
    }

    @Override
    public void plan(PipelinePlan.Builder builder, int layer) {}
  }

  /** The steps on the way in. */
  record Request(List<Step> steps) implements Part {
    @Needs(Callback.REQUEST_HEADERS)
    public Request {
      steps = Lists.copy(steps);
    }

    @Override
    public void plan(PipelinePlan.Builder builder, int layer) {
      builder.request(layer, steps);
    }
  }

  /** The steps when the stream is over. */
  record Log(List<Step> steps) implements Part {
    @Needs(Callback.LOG)
    public Log {
      steps = Lists.copy(steps);
    }

    @Override
    public void plan(PipelinePlan.Builder builder, int layer) {
      builder.log(layer, steps);
    }
  }

  /** The steps on the way out. */
  record Response(List<Step> steps) implements Part {
    @Needs(Callback.RESPONSE_HEADERS)
    public Response {
      steps = Lists.copy(steps);
    }

    @Override
    public void plan(PipelinePlan.Builder builder, int layer) {
      builder.response(layer, steps);
    }
  }
}
