package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import java.util.Locale;

/**
 * One line that a plugin wrote, or that the host wrote about it.
 *
 * @param plugin name of the plugin
 * @param contextId the context that was current, 0 while a module loads
 */
public record LogLine(LogLevel level, String plugin, int contextId, Bytes message) {

  /** The message as UTF-8 text. */
  public String text() {
    return message.utf8();
  }

  LogLine of(String pluginName) {
    return new LogLine(level, pluginName, contextId, message);
  }

  @Override
  public String toString() {
    return "[" + level.name().toLowerCase(Locale.ROOT) + "] " + plugin + "#" + contextId + " " + text();
  }
}
