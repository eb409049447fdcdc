package dev.sluice.abi.event;

import dev.sluice.abi.call.Hostcalls;

/**
 * A plugin written against the ABI alone. The compiler binds a class with this interface and a public constructor
 * without parameters to a module that exports the callbacks which the class of the result overrides.
 */
public interface HostCallbacksFactory {
  /** The plugin's callbacks on this host; called once for each VM, while it loads: only logging is allowed yet. */
  HostCallbacks create(Hostcalls host);
}
