package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Which context of a VM is being called, and which one hostcalls act on: the same one until the guest says otherwise.
 * None while the module loads.
 */
final class CurrentContext {
  private static final int MOST_LINE_BYTES = 1 << 20;

  private final Consumer<LogLine> logWhileLoading;
  private final LogLevel least;
  private final Capabilities capabilities;
  private final Set<String> refused = new HashSet<>();
  private Consumer<String> observer = name -> {};
  private Function<String, Option<Status>> faults = name -> Option.none();
  private Context called;
  /** Number of the context that the guest chose to act on; 0 for the one that is called. */
  private int effective;

  /** @param least level of lines that are written */
  CurrentContext(Consumer<LogLine> logWhileLoading, LogLevel least, Capabilities capabilities) {
    this.logWhileLoading = logWhileLoading;
    this.least = least;
    this.capabilities = capabilities;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /** A callback in this context begins; nothing but this context is chosen in it. */
  Frame enter(Context next) {
    Frame before = new Frame(called, effective);
    called = next;
    effective = 0;
    return before;
  }

  /** The callback is over. */
  void leave(Frame before) {
    called = before.called;
    effective = before.effective;
  }

  /** What was so before a callback. */
  record Frame(Context called, int effective) {}

  /** The context whose callback is running. */
  Context called() {
    return called;
  }

  /**
   * The context that a hostcall would act on now; null while the module loads. One that was chosen and is gone by now
   * counts as not chosen.
   */
  Context acting() {
    Context chosen = effective == 0 ? null : called.vm().context(effective);
    return chosen == null ? called : chosen;
  }

  /** Makes hostcalls speak of another context of the VM until the callback returns; 0 means the callback's own. */
  Status setEffective(int id) {
    if (id != 0 && called.vm().context(id) == null) {
      return Status.BAD_ARGUMENT;
    }
    effective = id;
    return Status.OK;
  }

  /**
   * The context a hostcall acts on; a hostcall outside of any callback is a failure of the VM.
   *
   * @throws RefusedHostcallException when the plugin may not make this hostcall
   */
  Context require(String hostcall) {
    if (called == null) {
      throw new VmFailure(hostcall + " is forbidden while the module loads: only proxy_log and WASI calls are allowed");
    }
    permit(hostcall);
    return acting();
  }

  /** Lets the call pass where the plugin may make it, see {@link #require}. */
  void permit(String hostcall) {
    if (!capabilities.allow(hostcall)) {
      throw new RefusedHostcallException(refuse(hostcall));
    }
  }

  /**
   * Answers a call that the plugin may not make or the host lacks, and says so once for each function.
   *
   * @throws VmFailure where the host ends the VM for such a call
   */
  Status refuse(String function) {
    if (refused.add(function)) {
      log(LogLevel.ERROR, Bytes.utf8(capabilities.reason(function)));
    }
    Status status = capabilities.refusal(function);
    called(function, status);
    return status;
  }

  /** From now on answers with this status, where there is one, what the guest calls by the name. */
  void fail(Function<String, Option<Status>> newFaults) {
    faults = newFaults;
  }

  /** What a call of this function is answered with in the place of what it would do; none where it is to be done. */
  Option<Status> fault(String function) {
    Option<Status> fault = faults.apply(function);
    fault.forEach(status -> called(function, status));
    return fault;
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
    if (called != null) {
      acting().trace().called(name, status, arguments);
    }
  }

  void log(LogLevel level, Bytes message) {
    if (level.code() < least.code()) {
      return;
    }
    Bytes line = message.length() > MOST_LINE_BYTES ? cut(message) : message;
    if (called != null) {
      acting().log(level, line);
    } else {
      logWhileLoading.accept(new LogLine(level, "", 0, line));
    }
  }

  private static Bytes cut(Bytes message) {
    String rest = "... (" + (message.length() - MOST_LINE_BYTES) + " bytes more)";
    return Bytes.latin1(message.slice(0, MOST_LINE_BYTES).latin1() + rest);
  }
}
