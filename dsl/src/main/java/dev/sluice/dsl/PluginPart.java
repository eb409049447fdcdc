package dev.sluice.dsl;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Needs;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.plan.RootPlan;
import dev.sluice.step.Step;
import java.util.List;

/**
 * Steps of a plugin that belong to no message of an HTTP stream. The constructors are where the compiler learns which callbacks a
 * plugin needs.
 */
public sealed interface PluginPart {
  List<Step> steps();

  /** The part in words, such as {@code every 500 ms}. */
  String describe();

  /** For the planner. */
  void plan(PipelinePlan.Builder builder);

  /** When a configuration has been accepted, in each worker. */
  record Start(List<Step> steps) implements PluginPart {
    public Start {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "start";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.root(new RootPlan() {
        @Override
        protected void install(Roots roots, int rootContextId) {
          roots.now(this, rootContextId);
        }
      }, describe(), steps);
    }
  }

  /** Again and again, in each worker. */
  record Every(int millis, List<Step> steps) implements PluginPart {
    @Needs({Callback.TICK, Callback.CONTEXT_CREATE, Callback.DELETE})
    public Every {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "every " + Decimal.of(millis) + " ms";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      int period = millis;
      builder.root(new RootPlan() {
        @Override
        protected void install(Roots roots, int rootContextId) {
          roots.every(this, rootContextId, period);
        }

        @Override
        protected int period() {
          return period;
        }
      }, describe(), steps);
    }
  }

  /** For each message of a queue that the plugin registers. */
  record Queue(String name, List<Step> steps) implements PluginPart {
    @Needs(Callback.QUEUE_READY)
    public Queue {
      Check.given("onQueue", "the name of the queue", name);
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "queue \"" + name + "\"";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      String queue = name;
      builder.root(new RootPlan() {
        @Override
        protected void install(Roots roots, int rootContextId) {
          roots.queue(this, rootContextId, queue);
        }
      }, describe(), steps);
    }
  }

  /** When the host calls the plugin by itself. */
  record ForeignCall(List<Step> steps) implements PluginPart {
    @Needs(Callback.FOREIGN_FUNCTION)
    public ForeignCall {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "foreign call";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.root(new RootPlan() {
        @Override
        protected void install(Roots roots, int rootContextId) {
          roots.foreignCall(this, rootContextId);
        }
      }, describe(), steps);
    }
  }

  /** When the plugin, with this configuration, ends; it ends once the steps have. */
  record Shutdown(List<Step> steps) implements PluginPart {
    @Needs({Callback.DONE, Callback.CONTEXT_CREATE, Callback.DELETE})
    public Shutdown {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "shutdown";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.root(new RootPlan() {
        @Override
        protected void install(Roots roots, int rootContextId) {
          roots.shutdown(this, rootContextId);
        }
      }, describe(), steps);
    }
  }

  /** When a client has connected. */
  record Connect(List<Step> steps) implements PluginPart {
    @Needs({Callback.NEW_CONNECTION, Callback.DELETE})
    public Connect {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "connect";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.connect(steps);
    }
  }

  /** When data of a client has come. */
  record Downstream(List<Step> steps) implements PluginPart {
    @Needs({Callback.DOWNSTREAM_DATA, Callback.DELETE})
    public Downstream {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "downstream";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.downstream(steps);
    }
  }

  /** When data of an upstream has come. */
  record Upstream(List<Step> steps) implements PluginPart {
    @Needs({Callback.UPSTREAM_DATA, Callback.DELETE})
    public Upstream {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "upstream";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.upstream(steps);
    }
  }

  /** When the client's connection is closed, by whichever side. */
  record Close(List<Step> steps) implements PluginPart {
    @Needs({Callback.DOWNSTREAM_CONNECTION_CLOSE, Callback.DELETE})
    public Close {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "close";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.close(steps);
    }
  }

  /** When HTTP/2 metadata of a request has come. */
  record RequestMetadata(List<Step> steps) implements PluginPart {
    @Needs(Callback.REQUEST_METADATA)
    public RequestMetadata {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "request metadata";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.requestMetadata(steps);
    }
  }

  /** When HTTP/2 metadata of a response has come. */
  record ResponseMetadata(List<Step> steps) implements PluginPart {
    @Needs(Callback.RESPONSE_METADATA)
    public ResponseMetadata {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "response metadata";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.responseMetadata(steps);
    }
  }

  /** When a stream or connection is done. */
  record Done(List<Step> steps) implements PluginPart {
    @Needs({Callback.DONE, Callback.CONTEXT_CREATE, Callback.DELETE})
    public Done {
      steps = Lists.copy(steps);
    }

    @Override
    public String describe() {
      return "done";
    }

    @Override
    public void plan(PipelinePlan.Builder builder) {
      builder.done(steps);
    }
  }
}
