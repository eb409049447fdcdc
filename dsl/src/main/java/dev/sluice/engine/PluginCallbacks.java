package dev.sluice.engine;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Needs;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.plan.Program;
import dev.sluice.plan.Reply;
import dev.sluice.plan.ResponseProgram;
import dev.sluice.plan.Run;

/**
 * A plugin as its host calls it. The same code behind the exports of a module and under test on the JVM. Nothing thrown
 * leaves a callback: it is logged, with plugin, step and cause, and answered by the plugin's failure policy.
 *
 * <p>A host may leave out callbacks that the plugin does not {@linkplain Needs need}: without onContextCreate all
 * streams belong to the newest configuration, without onDelete nothing may be remembered of a stream. The table of
 * contexts is therefore made by those callbacks alone which a host that needs it does make.
 */
public final class PluginCallbacks implements HostCallbacks, ResponseProgram.Entries {
  private static final int UNCONFIGURED_STATUS = 503;

  private final SluicePlugin plugin;
  private final Hostcalls host;
  private final FailureLog log;
  private ConfiguredPlugin newest;
  private Contexts contexts;
  private Run spare;

  private PluginCallbacks(SluicePlugin plugin, Hostcalls host) {
    this.plugin = plugin;
    this.host = host;
    this.log = new FailureLog(host);
  }

  /** The callbacks of this plugin on this host. */
  public static PluginCallbacks of(SluicePlugin plugin, Hostcalls host) {
    return new PluginCallbacks(plugin, host);
  }

  // configurations

  @Override
  public boolean onConfigure(int rootContextId, int configurationSize) {
    try {
      Settings settings = Settings.from(() -> configuration(configurationSize));
      ConfiguredPlugin configured = configure(settings);
      settings.close();
      newest = configured;
      Context root = known(rootContextId);
      if (root != null) {
        root.plugin = configured;
      }
      return true;
    } catch (SettingsRejected rejected) {
      for (SettingsError error : rejected.errors()) {
        log.error(pluginClass(), "configuration refused: " + error.describe());
      }
    } catch (Throwable e) {
      log.error(pluginClass(), "configuration refused", e);
    }
    return false;
  }

  private ConfiguredPlugin configure(Settings settings) {
    Plugin defined = plugin.define(settings);
    if (defined == null) {
      throw new IllegalStateException("define returned null; return plugin(..) with what it does");
    }
    return ConfiguredPlugin.of(defined);
  }

  private Bytes configuration(int size) {
    if (size == 0) {
      return Bytes.EMPTY;
    }
    Fetched fetched = host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, size);
    if (!fetched.isOk()) {
      throw new IllegalStateException("the host did not hand over the configuration: " + fetched.status());
    }
    return fetched.bytes();
  }

  private String pluginClass() {
    return plugin.getClass().getName();
  }

  // contexts

  @Override
  public void onContextCreate(int contextId, int parentContextId) {
    try {
      ConfiguredPlugin parent = parentContextId == 0 ? null : configured(parentContextId);
      table().put(contextId, new Context(parent));
    } catch (Throwable e) {
      log.error(pluginClass(), "failed to note context " + Decimal.of(contextId), e);
    }
  }

  @Override
  public void onDelete(int contextId) {
    try {
      if (contexts != null) {
        contexts.remove(contextId);
      }
    } catch (Throwable e) {
      log.error(pluginClass(), "failed to drop context " + Decimal.of(contextId), e);
    }
  }

  @Override
  @Needs(Callback.DELETE)
  public void entered(int contextId, int filters) {
    Context stream = table().get(contextId);
    if (stream == null) {
      stream = new Context(newest);
      contexts.put(contextId, stream);
    }
    stream.entered = filters;
  }

  private Contexts table() {
    if (contexts == null) {
      contexts = new Contexts();
    }
    return contexts;
  }

  /** Number of contexts that something is remembered of. */
  int contextsKept() {
    return contexts == null ? 0 : contexts.count();
  }

  /** What is known of a context, null for nothing. */
  private Context known(int contextId) {
    return contexts == null ? null : contexts.get(contextId);
  }

  /** The configuration in force for a context, null for none. */
  private ConfiguredPlugin configured(int contextId) {
    Context context = known(contextId);
    return context == null ? newest : context.plugin;
  }

  // streams

  @Override
  public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    ConfiguredPlugin configured = configured(contextId);
    if (configured == null) {
      return unconfigured();
    }
    PipelinePlan plan = configured.plan();
    return plan.request() == null
        ? HeadersStatus.CONTINUE
        : run(configured, plan.request(), 0, contextId, plan.response());
  }

  @Override
  public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
    ConfiguredPlugin configured = configured(contextId);
    if (configured == null) {
      return HeadersStatus.CONTINUE;
    }
    PipelinePlan plan = configured.plan();
    if (plan.response() == null) {
      return HeadersStatus.CONTINUE;
    }
    Context stream = known(contextId);
    Program program = plan.response().program();
    int entry = program.entry(stream == null ? plan.enteredUnseen() : stream.entered);
    return run(configured, program, entry, contextId, null);
  }

  /** @param account where to write down which filters the stream has entered, null for nowhere */
  private HeadersStatus run(
      ConfiguredPlugin configured, Program program, int from, int contextId, ResponseProgram account) {
    Run run = take();
    try {
      run.begin(program);
      program.run(run, from);
      if (account != null) {
        account.account(this, contextId, run.hasReply() ? run.layer() : configured.plan().layers());
      }
      if (!run.hasReply()) {
        return HeadersStatus.CONTINUE;
      }
      run.sendReply();
      return HeadersStatus.STOP_ITERATION;
    } catch (Throwable e) {
      return failed(configured, run, contextId, account, e);
    } finally {
      give(run);
    }
  }

  /** A run to work with. Another one is at work where a host makes a callback within a hostcall. */
  private Run take() {
    Run run = spare == null ? new Run(host) : spare;
    spare = null;
    return run;
  }

  private void give(Run run) {
    run.end();
    spare = run;
  }

  // failures

  private HeadersStatus failed(
      ConfiguredPlugin configured, Run run, int contextId, ResponseProgram account, Throwable cause) {
    Reply reply = configured.failureReply();
    try {
      String answer = reply == null ? ", let through" : ", answered " + Decimal.of(reply.status());
      log.error(configured.name(), "failed at " + run.path() + answer, cause);
      if (account != null) {
        account.account(this, contextId, run.layer());
      }
    } catch (Throwable e) {
      log.error(configured.name(), "failed again while handling a failure", e);
    }
    return reply == null ? HeadersStatus.CONTINUE : send(configured.name(), reply);
  }

  private HeadersStatus unconfigured() {
    String name = pluginClass();
    log.error(name, "no configuration was accepted, request answered " + Decimal.of(UNCONFIGURED_STATUS));
    return send(name, ConfiguredPlugin.failureReply(UNCONFIGURED_STATUS));
  }

  /** Sends the reply; where the host refuses even that, the stream is held: passing it on would be worse. */
  private HeadersStatus send(String name, Reply reply) {
    try {
      reply.send(host.replies());
      return HeadersStatus.STOP_ITERATION;
    } catch (Throwable e) {
      log.error(name, "the reply was not sent, the stream is held", e);
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }
  }
}
