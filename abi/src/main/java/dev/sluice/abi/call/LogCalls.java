package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;

/** The host's log. */
public interface LogCalls {
  /** Writes one line ({@code proxy_log}). Legal at any time, while loading too. */
  Status log(LogLevel level, Bytes message);

  /** The lowest level that the host writes ({@code proxy_get_log_level}): the code of a {@link LogLevel}. */
  default Answer level() {
    return Answer.refused(Status.UNIMPLEMENTED);
  }
}
