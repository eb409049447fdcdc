package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;
import dev.sluice.plan.Way;
import io.vavr.control.Option;
import java.util.List;

/**
 * The only value of a header, see {@link HeaderText#single}.
 *
 * @param onRepeated what answers a repeated header, none for the default
 */
public record SingleHeaderText(String name, Option<TerminalStep> onRepeated) implements TextValue {
  public SingleHeaderText {
    name = Check.fieldName("header", name);
    Check.given("single", "the step for a repeated header", onRepeated);
  }

  /** Answers a repeated header with this step. */
  public SingleHeaderText onRepeated(TerminalStep step) {
    return new SingleHeaderText(name, Option.some(Check.given("onRepeated", "the step", step)));
  }

  @Override
  public String describe() {
    return "single header " + name;
  }

  @Override
  public Reader reader(Planner planner) {
    Bytes field = planner.headerCell(name).key();
    String branch = name + " repeated";
    Label repeated = onRepeated.isDefined() ? planner.aside(branch, onRepeated.get()) : planner.refusal(branch);
    planner.emit(new AtMostOnce(field, repeated));
    return new OnlyValue(field);
  }

  private static final class AtMostOnce extends Op {
    private final Bytes name;
    private final Label repeated;

    AtMostOnce(Bytes name, Label repeated) {
      this.name = name;
      this.repeated = repeated;
    }

    @Override
    public int run(Run run, int pc) {
      return run.pairs().occurrences(name) > 1 ? repeated.pc() : pc + 1;
    }

    @Override
    public List<Way> ways() {
      String header = "header " + name.latin1();
      return List.of(Way.onward(header + " is not repeated"), Way.to(repeated, header + " is repeated"));
    }
  }

  private static final class OnlyValue extends Reader {
    private final Bytes name;

    OnlyValue(Bytes name) {
      this.name = name;
    }

    @Override
    public Bytes read(Run run) {
      var found = run.pairs().first(name);
      return found.isOk() ? found.bytes() : null;
    }
  }
}
