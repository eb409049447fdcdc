package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.LogCalls;
import org.teavm.interop.Import;

/** The host's log over the imports. */
final class LogImports implements LogCalls {

  @Import(module = "env", name = "proxy_log")
  private static native int writeLog(int level, int message, int messageSize);

  @Override
  public Status log(LogLevel level, Bytes message) {
    int at = Arena.place(message);
    return Status.of(writeLog(level.code(), at, message.length()));
  }

  @Import(module = "env", name = "proxy_get_log_level")
  private static native int getLogLevel(int outLevel);

  @Override
  public Answer level() {
    return Numbers.word(getLogLevel(Arena.FIRST_RESULT));
  }
}
