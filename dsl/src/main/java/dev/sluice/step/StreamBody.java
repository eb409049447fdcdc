package dev.sluice.step;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.BeginFlow;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.stream.Transform;
import java.util.List;

/**
 * Puts a body through transforms, piece by piece, once the pipeline has let its headers go. The
 * headers are not held for it, so nothing that is found in the body can change them.
 */
public record StreamBody(Way way, List<Transform> transforms) implements Step {
  private static final int TOO_LARGE_REQUEST = 413;
  private static final int TOO_LARGE_RESPONSE = 502;

  /** Whose body is meant: of the request in a request part, of the response in a response part. */
  public sealed interface Way {
    /** The part of a pipeline that the step may stand in. */
    String part();
  }

  /** The request's. */
  public record OfRequest() implements Way {
    @Needs({Callback.REQUEST_HEADERS, Callback.REQUEST_BODY, Callback.REQUEST_TRAILERS})
    public OfRequest {}

    @Override
    public String part() {
      return "request";
    }
  }

  /** The response's. */
  public record OfResponse() implements Way {
    @Needs({Callback.RESPONSE_HEADERS, Callback.RESPONSE_BODY, Callback.RESPONSE_TRAILERS})
    public OfResponse {}

    @Override
    public String part() {
      return "response";
    }
  }

  public StreamBody {
    Check.given("stream", "the way", way);
    transforms = Lists.copy(Check.given("stream", "the list of transforms", transforms));
  }

  @Override
  public String word() {
    return "stream";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("stream the ").append(way.part()).append(" body: ");
    for (int i = 0; i < transforms.size(); i++) {
      text.append(i == 0 ? "" : ", then ").append(transforms.get(i).describe());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    planner.only(way.part(), "stream of a " + way.part() + " body");
    boolean keepsBytes = true;
    long limit = -1;
    Transform.FlowMaker[] makers = new Transform.FlowMaker[transforms.size()];
    for (int i = 0; i < makers.length; i++) {
      Transform transform = transforms.get(i);
      keepsBytes &= transform.keepsBytes();
      makers[i] = transform.maker(planner);
      if (i == 0) {
        limit = transform.announcedLimit();
      }
    }
    if (!keepsBytes) {
      planner.bodyChanges();
      if (!planner.phase().isRequest()) {
        planner.wantsIdentity();
      }
    }
    int status = planner.phase().isRequest() ? TOO_LARGE_REQUEST : TOO_LARGE_RESPONSE;
    Label tooLarge =
        limit < 0 ? null : planner.failure("body too large", status, "sluice_body_too_large");
    planner.emit(new BeginFlow(() -> chain(makers), keepsBytes, limit, tooLarge));
  }

  private static Flow chain(Transform.FlowMaker[] makers) {
    Flow all = null;
    for (Transform.FlowMaker maker : makers) {
      all = Flow.chain(all, maker.make());
    }
    return all;
  }
}
