package dev.sluice.testkit.envoy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of one Envoy. Envoy writes it to the file before it goes on, so a line that a plugin logs while it decides
 * about a request is in the file before the client has the response's first byte.
 */
public final class EnvoyLog {
  /** For {@code --log-format}; with {@code --log-format-escaped} each entry is one line. */
  static final String FORMAT = "[%Y-%m-%d %T.%e][%t][%l][%n] %v";

  private static final Pattern LINE = Pattern.compile("\\[[-0-9]+ [0-9:.]+]\\[\\d+]\\[(\\w+)]\\[([^]]*)] (.*)");
  private static final Pattern PLUGIN = Pattern.compile("wasm log ([^:]*): (.*)", Pattern.DOTALL);

  private final Path file;

  EnvoyLog(Path file) {
    this.file = file;
  }

  /**
   * One entry.
   *
   * @param level as Envoy names it: trace, debug, info, warning, error, critical
   * @param logger Envoy's component
   */
  public record Line(String level, String logger, String message) {

    public boolean isErrorOrWorse() {
      return level.equals("error") || level.equals("critical");
    }

    /** What a plugin logged, without the prefix Envoy gives it; none where Envoy itself speaks. */
    public Option<String> pluginMessage() {
      Matcher matcher = PLUGIN.matcher(message);
      return logger.equals("wasm") && matcher.matches() ? Option.some(matcher.group(2)) : Option.none();
    }

    /** True where Envoy reports that a plugin's VM could not be started, or trapped. */
    public boolean isVmFailure() {
      return pluginMessage().isEmpty()
          && (message.contains("Proxy-Wasm plugin in-VM backtrace")
              || message.contains("Wasm VM failed")
              || message.contains("Plugin configured to fail closed")
              || message.contains("Plugin is in failed state")
              || message.startsWith("Function: "));
    }

    @Override
    public String toString() {
      return "[" + level + "][" + logger + "] " + message;
    }
  }

  /** Where the log is, to look at when a test failed. */
  public Path file() {
    return file;
  }

  /** A place in the log: its end as of now. */
  public long position() {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return in.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries up to now. */
  public Vector<Line> lines() {
    return linesSince(0);
  }

  /** The entries that came after this {@link #position()}. */
  public Vector<Line> linesSince(long position) {
    Vector<Line> lines = Vector.empty();
    for (String text : (Iterable<String>) textSince(position).lines()::iterator) {
      Matcher matcher = LINE.matcher(text);
      if (matcher.matches()) {
        lines = lines.append(new Line(matcher.group(1), matcher.group(2), Escapes.undo(matcher.group(3))));
      } else {
        // What Envoy writes past its logger (a crash, a sanitizer) counts as the worst there is.
        lines = lines.append(new Line("critical", "stderr", text));
      }
    }
    return lines;
  }

  /**
   * Fails unless the log is clean: no entry at error or critical level and no failure of a wasm VM.
   *
   * @param expected entries of plugins that the test provokes
   */
  public void assertClean(Predicate<Line> expected) {
    Vector<Line> bad =
        lines().filter(line -> (line.isErrorOrWorse() || line.isVmFailure()) && !expected.test(line));
    if (!bad.isEmpty()) {
      throw new AssertionError(
          "Envoy's log (" + file + ") has " + bad.size() + " lines it must not have:\n" + bad.take(20).mkString("\n"));
    }
  }

  /** As {@link #assertClean(Predicate)} where nothing bad is expected. */
  public void assertClean() {
    assertClean(line -> false);
  }

  private String textSince(long position) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(position);
      byte[] bytes = new byte[Math.toIntExact(in.length() - position)];
      in.readFully(bytes);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
