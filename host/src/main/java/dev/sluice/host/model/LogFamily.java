package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.LogCalls;

/** The log; the one hostcall that is legal while a module loads. */
public final class LogFamily implements LogCalls {
  private static final String LOG = "proxy_log";
  private static final String LEVEL = "proxy_get_log_level";

  private final CurrentContext current;

  private final LogLevel least;

  /** @param least level that is written */
  LogFamily(CurrentContext current, LogLevel least) {
    this.current = current;
    this.least = least;
  }

  @Override
  public Status log(LogLevel level, Bytes message) {
    current.permit(LOG);
    current.log(level, message);
    current.called(LOG, Status.OK, level, message);
    return Status.OK;
  }

  /** {@inheritDoc} See {@link HostEnvironment#logLevel()}. */
  @Override
  public Answer level() {
    current.require(LEVEL);
    current.called(LEVEL, Status.OK);
    return new Answer(Status.OK, least.code());
  }
}
