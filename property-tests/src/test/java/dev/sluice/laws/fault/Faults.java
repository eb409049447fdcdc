package dev.sluice.laws.fault;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferStatus;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderPairs;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;

/** Has a host answer one of its hostcalls with a status, each time or at one time; and tells which there are. */
final class Faults {
  private final Set<String> seen = new TreeSet<>();
  private Fault fault;
  private int times;

  /**
   * One of them.
   *
   * @param call the hostcall's name
   * @param time at which of its calls in an exchange, from 1; 0 at each
   */
  record Fault(String call, Status status, int time) {}

  /** An exchange begins. */
  void begin(Fault next) {
    fault = next;
    times = 0;
    seen.clear();
  }

  /** The hostcalls since then. */
  Set<String> seen() {
    return new TreeSet<>(seen);
  }

  /** What answers this call, none for the host itself. */
  Option<Status> at(String call) {
    seen.add(call);
    if (fault == null || !fault.call.equals(call)) {
      return Option.none();
    }
    times++;
    return Option.when(fault.time == 0 || fault.time == times, fault.status);
  }

  /** The host with these faults. */
  Hostcalls over(Hostcalls host) {
    return Intercepted.over(host, (method, arguments, original) -> {
      Option<Status> status = at(method.getDeclaringClass().getSimpleName() + "." + method.getName());
      return status.isDefined() ? refusal(method, status.get()) : original.call(arguments);
    });
  }

  private static Object refusal(Method method, Status status) {
    Fetched nothing = Fetched.failed(status);
    return switch (method.getReturnType().getSimpleName()) {
      case "Status" -> status;
      case "Fetched" -> nothing;
      case "Answer" -> Answer.refused(status);
      case "BufferStatus" -> new BufferStatus(status, 0, 0);
      case "SharedValue" -> new SharedValue(nothing, 0);
      case "HeaderPairs" -> HeaderPairs.over(nothing);
      case "GrpcStatus" -> new GrpcStatus(0, nothing);
      default -> throw new IllegalStateException("no refusal has the form that " + method + " has");
    };
  }
}
