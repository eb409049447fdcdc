package dev.sluice.engine;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.FailurePolicy;
import dev.sluice.dsl.Plugin;
import dev.sluice.plan.Lists;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.plan.Reply;
import dev.sluice.plan.RootPlan;

/** A plugin with one configuration, ready to run. */
final class ConfiguredPlugin {
  private static final int BROKEN_STATUS = 500;

  private final String name;
  private final PipelinePlan plan;
  private final Reply failureReply;
  private RootPlan foreignCall;
  private RootPlan shutdown;

  private ConfiguredPlugin(String name, PipelinePlan plan, Reply failureReply) {
    this.name = name;
    this.plan = plan;
    this.failureReply = failureReply;
  }

  static ConfiguredPlugin of(Plugin plugin) {
    Reply reply = plugin.onFailure() instanceof FailurePolicy.Closed closed ? failureReply(closed.status()) : null;
    return new ConfiguredPlugin(plugin.name(), plugin.plan(), reply);
  }

  static Reply failureReply(int status) {
    return Reply.of(status, "sluice_failure", Bytes.EMPTY, Lists.none());
  }

  /** What runs when the host calls the plugin by itself, null for nothing. */
  RootPlan onForeignCall() {
    return foreignCall;
  }

  void onForeignCall(RootPlan called) {
    foreignCall = called;
  }

  /** What runs when the plugin ends, null for nothing. */
  RootPlan onShutdown() {
    return shutdown;
  }

  void onShutdown(RootPlan last) {
    shutdown = last;
  }

  String name() {
    return name;
  }

  PipelinePlan plan() {
    return plan;
  }

  /** What a request is answered with whose body failed on its way: never let through, half of it is gone already. */
  Reply brokenReply() {
    return failureReply == null ? failureReply(BROKEN_STATUS) : failureReply;
  }

  /** What a failure is answered with, null where streams are let through. */
  Reply failureReply() {
    return failureReply;
  }
}
