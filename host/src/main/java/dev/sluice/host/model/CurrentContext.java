package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import java.util.function.Consumer;

/** Which context of a VM is being called; none while the module loads. */
final class CurrentContext {
  private final Consumer<LogLine> logWhileLoading;
  private Consumer<String> observer = name -> {};
  private Context context;
  private Context effective;

  CurrentContext(Consumer<LogLine> logWhileLoading) {
    this.logWhileLoading = logWhileLoading;
  }

  /** Makes this context the current one and returns the one before. */
  Context set(Context next) {
    Context before = context;
    context = next;
    effective = null;
    return before;
  }

  /** Makes hostcalls speak of another context of the VM until the callback returns; 0 means the callback's own. */
  Status setEffective(int id) {
    Context other = id == 0 ? context : context.vm().context(id);
    effective = other == null ? effective : other;
    return other == null ? Status.BAD_ARGUMENT : Status.OK;
  }

  /** The context that a hostcall would act on now; null while the module loads. */
  Context acting() {
    return effective == null ? context : effective;
  }

  /** The context a hostcall acts on; a hostcall outside of any callback is a failure of the VM. */
  Context require(String hostcall) {
    if (context == null) {
      throw new VmFailure(hostcall + " is forbidden while the module loads: only proxy_log and WASI calls are allowed");
    }
    return acting();
  }

  /** From now on tells this the name of each function that the guest calls. */
  void observe(Consumer<String> newObserver) {
    observer = newObserver;
  }

  /** Tells the observer that the guest calls a function. */
  void noticed(String name) {
    observer.accept(name);
  }

  void called(String name, Status status, Object... arguments) {
    noticed(name);
    if (context != null) {
      acting().trace().called(name, status, arguments);
    }
  }

  void log(LogLevel level, Bytes message) {
    if (context != null) {
      acting().log(level, message);
    } else {
      logWhileLoading.accept(new LogLine(level, "", 0, message));
    }
  }
}
