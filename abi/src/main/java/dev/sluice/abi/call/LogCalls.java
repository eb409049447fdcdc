package dev.sluice.abi.call;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;

/** The host's log. */
public interface LogCalls {
  /** Writes one line ({@code proxy_log}). Legal at any time, while loading too. */
  Status log(LogLevel level, Bytes message);
}
