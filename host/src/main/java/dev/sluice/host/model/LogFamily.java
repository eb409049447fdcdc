package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.LogCalls;

/** The log; the one hostcall that is legal while a module loads. */
public final class LogFamily implements LogCalls {
  private final CurrentContext current;

  LogFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Status log(LogLevel level, Bytes message) {
    current.log(level, message);
    current.called("proxy_log", Status.OK, level, message);
    return Status.OK;
  }

  /** {@inheritDoc} This host writes all levels. */
  @Override
  public Answer level() {
    current.called("proxy_get_log_level", Status.OK);
    return new Answer(Status.OK, LogLevel.TRACE.code());
  }
}
