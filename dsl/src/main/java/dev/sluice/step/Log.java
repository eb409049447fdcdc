package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.plan.Check;
import dev.sluice.plan.LogLine;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/**
 * Writes one line to the host's log. Control characters are written as {@code \x0a}, so that what a client sent cannot
 * forge a line of its own; an absent value is written as a hyphen.
 */
public record Log(LogLevel level, TextValue value) implements Step {
  public Log {
    Check.given("log", "the level", level);
    Check.given("log", "the text", value);
  }

  /** A line that the author wrote down. */
  public static Log of(LogLevel level, String line) {
    return new Log(level, new LiteralText(line));
  }

  @Override
  public String word() {
    return "log";
  }

  @Override
  public String describe() {
    return "log " + value.describe() + " at " + level;
  }

  @Override
  public void plan(Planner planner) {
    planner.emit(new Line(level, value.reader(planner)));
  }

  private static final class Line extends Op {
    private static final Bytes ABSENT = Bytes.constant("-");

    private final LogLevel level;
    private final Reader value;

    Line(LogLevel level, Reader value) {
      this.level = level;
      this.value = value;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes text = value.read(run);
      run.log(level, text == null ? ABSENT : LogLine.of(text));
      return pc + 1;
    }
  }
}
