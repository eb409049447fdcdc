package dev.sluice.testkit;

import dev.sluice.abi.LogLevel;
import dev.sluice.testkit.envoy.EnvoyLog;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Envoy's trace log tells about plugins. */
final class EnvoyTrace {
  private static final Pattern HOSTCALL = Pattern.compile("\\[vm->host] env\\.(proxy_\\w+)\\(.*");
  private static final Pattern CALL =
      Pattern.compile("\\[(?:vm->host] (?:env|wasi_snapshot_preview1)\\.|host->vm] )(\\w+)\\(.*");

  private EnvoyTrace() {}

  /** The names of the hostcalls, in order. */
  static Vector<String> hostcalls(Vector<EnvoyLog.Line> lines) {
    return lines.flatMap(line -> named(HOSTCALL, line));
  }

  /** The names of all functions called in either direction. */
  static Set<String> called(Vector<EnvoyLog.Line> lines) {
    return HashSet.ofAll(lines.flatMap(line -> named(CALL, line)));
  }

  /** What plugins logged. */
  static Vector<LogEntry> entries(Vector<EnvoyLog.Line> lines) {
    return lines.flatMap(line -> line.pluginMessage().map(text -> new LogEntry(level(line.level()), text)));
  }

  private static Option<String> named(Pattern pattern, EnvoyLog.Line line) {
    Matcher matcher = pattern.matcher(line.message());
    return matcher.matches() ? Option.some(matcher.group(1)) : Option.none();
  }

  private static LogLevel level(String name) {
    return name.equals("warning") ? LogLevel.WARN : LogLevel.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
