package dev.sluice.engine;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsObserver;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.dsl.SettingsSource;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.RootPlan;
import dev.sluice.plan.Suspension;

/** A configuration that the host hands over: read when asked for, accepted or refused. Nothing thrown leaves. */
final class Configuration implements SettingsSource, SettingsObserver, Suspension.Demands {
  private static final Bytes ROOT_ID = Bytes.utf8("plugin_root_id");

  private final SluicePlugin plugin;
  private final Hostcalls host;
  private final FailureLog log;
  private final int size;

  Configuration(SluicePlugin plugin, Hostcalls host, FailureLog log, int size) {
    this.plugin = plugin;
    this.host = host;
    this.log = log;
    this.size = size;
  }

  /** Puts it in force for a root context; false where it is refused, with the reasons in the log. */
  boolean accept(Streams streams, RootPlan.Home home, int rootContextId) {
    try {
      Settings settings = Settings.from(this, this);
      Plugin defined = plugin.define(settings);
      if (defined == null) {
        throw new IllegalStateException("define returned null; return plugin(..)");
      }
      ConfiguredPlugin configured = ConfiguredPlugin.of(defined);
      settings.close();
      configured.plan().demand(this);
      streams.configured(rootContextId, configured);
      for (RootPlan root : configured.plan().roots()) {
        root.install(home, rootContextId);
      }
      return true;
    } catch (SettingsRejected rejected) {
      for (SettingsError error : rejected.errors()) {
        log.error(name(), "configuration refused: " + error.describe());
      }
    } catch (Throwable e) {
      log.error(name(), "configuration refused", e);
    }
    return false;
  }

  private String name() {
    return plugin.getClass().getName();
  }

  @Override
  public Bytes get() {
    if (size == 0) {
      return Bytes.EMPTY;
    }
    Fetched fetched = host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, size);
    if (!fetched.isOk()) {
      throw new IllegalStateException("the host did not hand over the configuration: " + fetched.status());
    }
    return fetched.bytes();
  }

  /** Hosts tell its length only when the VM starts, and cut what is asked for to what there is. */
  @Override
  public Bytes vm() {
    Fetched fetched = host.buffers().get(BufferType.VM_CONFIGURATION, 0, Integer.MAX_VALUE);
    return fetched.isOk() ? fetched.bytes() : Bytes.EMPTY;
  }

  @Override
  public void warning(SettingsError warning) {
    log.warn(name(), "configuration: " + warning.describe());
  }

  @Override
  public String rootId() {
    Fetched fetched = host.properties().get(ROOT_ID);
    return fetched.isOk() ? fetched.bytes().utf8() : "";
  }

  @Override
  public void bodyWhileHeadersAreHeld() {
    HeadersStop.check(get());
  }
}
