package dev.sluice.plan;

import java.util.List;

/**
 * The programs of a whole pipeline. The request program runs the filters' request parts in order, the response
 * program their response parts in reverse, from the innermost filter that the stream entered; the log program runs the
 * log parts in reverse as well, from the last filter that saw the stream.
 */
public final class PipelinePlan {
  private final Program request;
  private final Program response;
  private final Program log;
  private final Account account;
  private final Connections connections;
  private final Moments moments;
  private final RootPlan[] roots;
  private final int layers;

  private PipelinePlan(Builder builder) {
    response = builder.response == null ? null : builder.response.planner.finish();
    log = builder.log == null ? null : builder.log.planner.finish();
    moments = builder.moments;
    // Last, since the other parts plan what they want to be remembered of the request.
    request = builder.scope.requestProgram();
    connections = builder.connections;
    if (connections != null) {
      connections.finish();
    }
    roots = builder.roots;
    for (RootPlan root : roots) {
      root.finish();
    }
    account = builder.account;
    layers = builder.layers;
  }

  /** The program of the request parts, null where no filter has one. */
  public Program request() {
    return request;
  }

  /** The program of the response parts, null where no filter has one. */
  public Program response() {
    return response;
  }

  /** The program of the log parts, null where no filter has one. */
  public Program log() {
    return log;
  }

  /** The programs of connections, null where there are none. */
  public Connections connections() {
    return connections;
  }

  /** The programs of streams beside their messages, null where there are none. */
  public Moments moments() {
    return moments;
  }

  /** The programs that run outside of streams. */
  public RootPlan[] roots() {
    return roots;
  }

  /** How streams are remembered for their response or log, null where they need not be. */
  public Account account() {
    return account;
  }

  /** Number of filters. */
  public int layers() {
    return layers;
  }

  /** Number of filters that a stream has entered before its request is seen: all where none looks at requests. */
  public int enteredUnseen() {
    return request == null ? layers : 0;
  }

  /** Tells what the programs demand of the proxy. */
  public void demand(Suspension.Demands demands) {
    if (request != null && request.suspension() != null) {
      request.suspension().demand(demands);
    }
    if (response != null && response.suspension() != null) {
      response.suspension().demand(demands);
    }
  }

  /**
   * Collects the parts. Takes request parts from the first filter to the last, then response parts from the last to
   * the first, then log parts likewise.
   */
  public static final class Builder {
    private final int layers;
    private final Scope scope;
    private Responses response;
    private Logs log;
    private Account account;
    private Connections connections;
    private Moments moments;
    private RootPlan[] roots = {};

    public Builder(int layers) {
      this.layers = layers;
      this.scope = new Scope(layers);
    }

    public void request(int layer, List<? extends PlannedStep> steps) {
      scope.request().layer(layer, steps);
    }

    public void response(int layer, List<? extends PlannedStep> steps) {
      if (response == null) {
        response = new Responses(scope, layers);
        account = new Account();
      }
      response.planner.layer(layer, steps);
    }

    public void log(int layer, List<? extends PlannedStep> steps) {
      if (log == null) {
        log = new Logs(scope, layers);
        account = new Account();
      }
      log.planner.layer(layer, steps);
    }

    /** Adds a program that runs outside of streams. */
    public void root(RootPlan plan, String name, List<? extends PlannedStep> steps) {
      Planner planner = new Planner(new RootPhase(name, plan.period()), scope, 1);
      int message = planner.bind(Message.VARIABLE);
      planner.layer(0, steps);
      plan.planned(planner, message);
      RootPlan[] more = new RootPlan[roots.length + 1];
      System.arraycopy(roots, 0, more, 0, roots.length);
      more[roots.length] = plan;
      roots = more;
    }

    public void connect(List<? extends PlannedStep> steps) {
      connections().connect(steps);
    }

    public void downstream(List<? extends PlannedStep> steps) {
      connections().downstream(steps);
    }

    public void upstream(List<? extends PlannedStep> steps) {
      connections().upstream(steps);
    }

    public void close(List<? extends PlannedStep> steps) {
      connections().close(steps);
    }

    private Connections connections() {
      if (connections == null) {
        connections = new Connections(scope);
      }
      return connections;
    }

    public void requestMetadata(List<? extends PlannedStep> steps) {
      moments().requestMetadata(steps);
    }

    public void responseMetadata(List<? extends PlannedStep> steps) {
      moments().responseMetadata(steps);
    }

    public void done(List<? extends PlannedStep> steps) {
      moments().done(steps);
    }

    private Moments moments() {
      if (moments == null) {
        moments = new Moments(scope);
        account = new Account();
      }
      return moments;
    }

    public PipelinePlan build() {
      return new PipelinePlan(this);
    }
  }

  /** Planning of response parts, apart and not final for the reason given at {@link Account}. */
  private static class Responses {
    private final Planner planner;

    Responses(Scope scope, int layers) {
      planner = new Planner(new ResponsePhase(), scope, layers);
    }
  }

  /** Planning of log parts, apart like that of response parts. */
  private static class Logs {
    private final Planner planner;

    Logs(Scope scope, int layers) {
      planner = new Planner(new LogPhase(), scope, layers);
    }
  }
}
