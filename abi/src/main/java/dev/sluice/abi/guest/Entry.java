package dev.sluice.abi.guest;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;

/** Where a plugin is bound to its module. */
final class Entry {
  private Entry() {}

  /** Makes the plugin's callbacks. The compiler writes the body: it knows which plugin the module is for. */
  static native HostCallbacks create(Hostcalls host);
}
