package dev.sluice.host.vm;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.host.model.GuestEnvironment;
import dev.sluice.host.model.HostFamilies;
import dev.sluice.host.model.VmFailure;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.Instance;

/** What the imported functions of one instance work on. */
final class GuestCalls {
  private static final long[] NO_RESULT = {};
  /** WASI preview 1, {@code errno}. */
  private static final int NOT_CAPABLE = 76;

  private final GuestEnvironment environment;
  private final String allocator;
  private final TimeLimit time;
  private final Handover handover;
  private final Set<String> remarked = new HashSet<>();
  private Availability phase = Availability.LOADING;
  private Instance instance;
  private GuestMemory memory;
  private ExportFunction allocate;
  private String exit = "";

  /** @param allocator name of the export that allocates memory */
  GuestCalls(GuestEnvironment environment, String allocator) {
    this.environment = environment;
    this.allocator = allocator;
    this.time = new TimeLimit(environment.limits().callbackTime());
    this.handover = new Handover(environment.limits().handedOver());
  }

  GuestEnvironment environment() {
    return environment;
  }

  HostFamilies calls() {
    return environment.calls();
  }

  /** Loading is over. */
  void running() {
    phase = Availability.RUNNING;
  }

  /** Calls the guest, which has its limits of time and handover for this call. */
  <T> T guest(Supplier<T> code) {
    if (time.isIdle()) {
      handover.begin();
    }
    return time.guest(code);
  }

  /** The guest's C library says that the program has ended. */
  void exited(int code) {
    exit = " (after proc_exit " + code + ")";
  }

  /** What to add to the reason of a failure; empty where there was no exit. */
  String exit() {
    return exit;
  }

  /** The guest is not called again. */
  void end() {
    time.close();
  }

  GuestMemory memory() {
    return memory;
  }

  /** The function as the engine calls it. A start function runs before the engine has handed over the instance. */
  HostFunction bind(Link link) {
    calls().link(link.name());
    boolean hasResult = !link.signature().endsWith("-");
    return new HostFunction(link.module(), link.name(), Signature.parse(link.signature()), (caller, arguments) -> {
      if (link.availability().compareTo(phase) < 0) {
        throw new VmFailure(link.qualifiedName() + " is forbidden " + (phase == Availability.LOADING
            ? "while the module loads: only proxy_log and WASI calls are allowed"
            : "in the memory allocator"));
      }
      attach(caller);
      int result = time.host(() -> {
        handover.take(Handover.CALL);
        return calls().allow(link.name()) ? call(link, arguments) : refuse(link);
      });
      return hasResult ? new long[] {result} : NO_RESULT;
    });
  }

  private int call(Link link, long[] arguments) {
    Option<Status> fault = calls().fault(link.name());
    if (fault.isDefined()) {
      return fault.get().code();
    }
    calls().noticed(link.name());
    return link.body().call(this, new Link.Arguments(arguments));
  }

  /** What a function answers that the plugin may not call. */
  private int refuse(Link link) {
    Status status = calls().refuse(link.name());
    return link.isProxy() ? status.code() : NOT_CAPABLE;
  }

  void attach(Instance caller) {
    if (memory == null) {
      instance = caller;
      memory = new GuestMemory(caller.memory(), this::allocate, handover);
    }
  }

  private int allocate(int size) {
    if (allocate == null) {
      allocate = instance.export(allocator);
    }
    Availability before = phase;
    phase = Availability.ALWAYS;
    try {
      return time.guest(() -> (int) allocate.apply(size)[0]);
    } finally {
      phase = before;
    }
  }

  /** Hands fetched bytes over, or the status that says why there are none. */
  int handOver(Fetched fetched, int addressAt, int sizeAt) {
    return fetched.isOk()
        ? memory.handOver(fetched.bytes(), addressAt, sizeAt).code()
        : fetched.status().code();
  }

  /** Writes a number of four bytes, or hands back the status that says why there is none. */
  int handOverInt(Answer answer, int at) {
    boolean written = !answer.isOk() || memory.writeInt(at, answer.asInt());
    return (written ? answer.status() : Status.INVALID_MEMORY_ACCESS).code();
  }

  /** Writes a number of eight bytes, or hands back the status that says why there is none. */
  int handOverLong(Answer answer, int at) {
    boolean written = !answer.isOk() || memory.writeLong(at, answer.value());
    return (written ? answer.status() : Status.INVALID_MEMORY_ACCESS).code();
  }

  /** A hostcall with a pointer to outside of the memory. */
  int invalidMemory(String hostcall) {
    return calls().counted(hostcall, Status.INVALID_MEMORY_ACCESS).code();
  }

  int badArgument(String hostcall) {
    return calls().counted(hostcall, Status.BAD_ARGUMENT).code();
  }

  /** Writes a line of the host about the guest, once for each text. */
  void remarkOnce(String message) {
    if (remarked.add(message)) {
      calls().remark(LogLevel.WARN, Bytes.utf8(message));
    }
  }

  void log(LogLevel level, Bytes message) {
    calls().remark(level, message);
  }
}
