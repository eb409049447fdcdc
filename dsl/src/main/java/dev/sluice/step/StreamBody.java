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

  /** What is meant: a body in a request or response part, the data of a connection in a connect part. */
  public sealed interface Way {
    /** The part of a pipeline that the step may stand in. */
    String part();

    /** What is meant, in words. */
    String what();

    /** Whether it comes from the client. */
    boolean in();

    /** Whether it is the body of a message, with headers that speak of it. */
    default boolean isBody() {
      return true;
    }

    /** For the planner: says that the body changes, where it is one. */
    default void changes(Planner planner) {}
  }

  /** What the client of a connection sends. */
  public record OfDownstream() implements Way {
    @Needs({Callback.NEW_CONNECTION, Callback.DOWNSTREAM_DATA, Callback.DELETE})
    public OfDownstream {}

    @Override
    public String part() {
      return "connect";
    }

    @Override
    public String what() {
      return "downstream data";
    }

    @Override
    public boolean in() {
      return true;
    }

    @Override
    public boolean isBody() {
      return false;
    }
  }

  /** What the upstream of a connection sends. */
  public record OfUpstream() implements Way {
    @Needs({Callback.NEW_CONNECTION, Callback.UPSTREAM_DATA, Callback.DELETE})
    public OfUpstream {}

    @Override
    public String part() {
      return "connect";
    }

    @Override
    public String what() {
      return "upstream data";
    }

    @Override
    public boolean in() {
      return false;
    }

    @Override
    public boolean isBody() {
      return false;
    }
  }

  /** The request's. */
  public record OfRequest() implements Way {
    @Needs({Callback.REQUEST_HEADERS, Callback.REQUEST_BODY, Callback.REQUEST_TRAILERS})
    public OfRequest {}

    @Override
    public String part() {
      return "request";
    }

    @Override
    public String what() {
      return "request body";
    }

    @Override
    public void changes(Planner planner) {
      planner.bodyChanges();
    }

    @Override
    public boolean in() {
      return true;
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

    @Override
    public String what() {
      return "response body";
    }

    @Override
    public void changes(Planner planner) {
      planner.bodyChanges();
      planner.wantsIdentity();
    }

    @Override
    public boolean in() {
      return false;
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
    StringBuilder text = new StringBuilder("stream the ").append(way.what()).append(": ");
    for (int i = 0; i < transforms.size(); i++) {
      text.append(i == 0 ? "" : ", then ").append(transforms.get(i).describe());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    planner.only(way.part(), "a stream of " + way.what());
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
    if (!way.isBody()) {
      planner.emit(new BeginFlow(() -> chain(makers), true, -1, null, way.in()));
      return;
    }
    if (!keepsBytes) {
      way.changes(planner);
    }
    int status = planner.phase().isRequest() ? TOO_LARGE_REQUEST : TOO_LARGE_RESPONSE;
    Label tooLarge =
        limit < 0 ? null : planner.failure("body too large", status, "sluice_body_too_large");
    planner.emit(new BeginFlow(() -> chain(makers), keepsBytes, limit, tooLarge, way.in()));
  }

  private static Flow chain(Transform.FlowMaker[] makers) {
    Flow all = null;
    for (Transform.FlowMaker maker : makers) {
      all = Flow.chain(all, maker.make());
    }
    return all;
  }
}
