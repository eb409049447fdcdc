package dev.sluice.dsl;

import dev.sluice.abi.Bytes;
import java.util.function.Supplier;

/** Where settings come from, for a source that knows the VM's configuration too. */
public interface SettingsSource extends Supplier<Bytes> {
  /** The configuration of the VM, empty where there is none. */
  Bytes vm();
}
