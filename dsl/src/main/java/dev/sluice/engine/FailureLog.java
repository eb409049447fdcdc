package dev.sluice.engine;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.LogLine;

/** Tells the operator what went wrong, one line each, and never fails itself. */
final class FailureLog {
  private final Hostcalls host;

  FailureLog(Hostcalls host) {
    this.host = host;
  }

  /** Writes {@code who: what: cause}. */
  void error(String who, String what, Throwable cause) {
    error(who, what + ": " + describe(cause));
  }

  void error(String who, String what) {
    line(LogLevel.ERROR, who, what);
  }

  void warn(String who, String what) {
    line(LogLevel.WARN, who, what);
  }

  private void line(LogLevel level, String who, String what) {
    try {
      host.log().log(level, LogLine.of(Bytes.utf8("plugin " + who + ": " + what)));
    } catch (Throwable e) {
      // There is nobody left to tell, and the callback has to answer the host all the same.
      return;
    }
  }

  private static String describe(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable e) {
      return "an exception that fails to describe itself";
    }
  }
}
