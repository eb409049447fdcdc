package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.HeaderWrites;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/**
 * Puts a value at the end of a header that is a list: one line with commas between its values, also where there were
 * several lines (RFC 9110 section 5.3). An absent value adds nothing. Not for set-cookie, whose lines cannot be joined.
 *
 * <pre>{@code appendHeader("vary", "origin")}</pre>
 */
public record AppendHeader(String name, TextValue value) implements Step {
  public AppendHeader {
    name = Check.headerName("appendHeader", name);
    Check.given("appendHeader", "the value of " + name, value);
    if (name.equals("set-cookie")) {
      throw new IllegalArgumentException("appendHeader: set-cookie is no list (RFC 9110, section 5.3); use addHeader");
    }
  }

  /** With a value that the author wrote down. */
  public static AppendHeader of(String name, String value) {
    return new AppendHeader(name, new LiteralText(Check.headerValue("appendHeader", name, value)));
  }

  @Override
  public String word() {
    return "appendHeader";
  }

  @Override
  public String describe() {
    return "append to header " + name + ": " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    HeaderCell header = planner.headerCell(name);
    Label end = new Label();
    HeaderWrites.load(planner, name, value, end);
    planner.next(new Append(header), end);
  }

  private static final class Append extends Op {
    private final HeaderCell header;

    Append(HeaderCell header) {
      this.header = header;
    }

    @Override
    public int run(Run run, int pc) {
      ByteSink list = new ByteSink(64);
      run.pairs().forEach((name, line) -> {
        if (name.equals(header.key())) {
          put(list, line);
        }
      });
      put(list, run.text());
      run.replaceHeader(header, list.bytes());
      return pc + 1;
    }

    private static void put(ByteSink list, Bytes element) {
      if (element.isEmpty()) {
        return;
      }
      if (list.size() > 0) {
        list.put(',').put(' ');
      }
      list.put(element);
    }
  }
}
