package dev.sluice.bridge.teavm;

import dev.sluice.abi.Callback;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import java.util.List;
import java.util.Locale;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/** Names of the guest's classes, which are package-private in {@code abi} and so are known by name only. */
final class GuestNames {
  private static final String GUEST = "dev.sluice.abi.guest.";

  static final String EXPORTS = GUEST + "Exports";
  static final List<String> CALLBACK_EXPORTS =
      List.of(EXPORTS, GUEST + "HttpExports", GUEST + "TcpExports", GUEST + "CalloutExports");
  static final String LINEAR_MEMORY = GUEST + "LinearMemory";
  static final String ENTRY = GUEST + "Entry";
  static final String WASI_CLOCK = GUEST + "WasiClock";
  static final String WASI_RANDOM = GUEST + "WasiRandom";
  static final String GUEST_CONSOLE = GUEST + "GuestConsole";

  /** TeaVM's malloc, for which a module has no memory. */
  static final String HEAP = "org.teavm.runtime.heap.Heap";

  static final MethodDescriptor ENTRY_CREATE =
      new MethodDescriptor("create", Hostcalls.class, HostCallbacks.class);
  static final MethodReference INITIALIZE = new MethodReference(EXPORTS, "initialize", ValueType.VOID);
  static final MethodReference ABI_VERSION = new MethodReference(EXPORTS, "abiVersion", ValueType.VOID);
  static final MethodReference ALLOCATE =
      new MethodReference(EXPORTS, "allocate", ValueType.INTEGER, ValueType.INTEGER);

  private GuestNames() {}

  /** How methods that take this callback are called: onRequestHeaders for REQUEST_HEADERS. */
  static String exportMethod(Callback callback) {
    StringBuilder name = new StringBuilder("on");
    for (String word : callback.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
