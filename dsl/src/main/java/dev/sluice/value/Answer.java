package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Asked;
import dev.sluice.plan.Callout;
import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/**
 * The answer to a call that a step before has made; all of it is absent where that step did not run or had no answer.
 *
 * @param call the name of the call
 */
public record Answer(String call) {
  public Answer {
    Check.given("answer", "the name of the call", call);
  }

  /** Its status. */
  public NumberValue status() {
    return new AnswerStatus(call);
  }

  /** The first value of one of its headers. */
  public TextValue header(String name) {
    return new AnswerHeader(call, Check.headerName("answer.header", name));
  }

  /** Its body. */
  public TextValue body() {
    return new AnswerBody(call);
  }

  /** Reads something of an answer. */
  abstract static class Part extends Reader {
    private final int slot;

    Part(Asked asked) {
      slot = asked.slot();
    }

    abstract Bytes of(Callout callout);

    @Override
    public final Bytes read(Run run) {
      Callout callout = run.callout(slot);
      return callout == null ? null : of(callout);
    }
  }

  /** See {@link Answer#status}. */
  public record AnswerStatus(String call) implements NumberValue {
    @Override
    public String describe() {
      return "status of " + call;
    }

    @Override
    public LongReader number(Planner planner) {
      return new StatusReader(new Part(planner.answer(call)) {
        @Override
        Bytes of(Callout callout) {
          return callout.status();
        }
      });
    }
  }

  /** See {@link Answer#header}. */
  public record AnswerHeader(String call, String name) implements TextValue {
    @Override
    public String describe() {
      return "header " + name + " of " + call;
    }

    @Override
    public Reader reader(Planner planner) {
      Asked asked = planner.answer(call);
      asked.askHeaders();
      Bytes field = Bytes.constant(name);
      return new Part(asked) {
        @Override
        Bytes of(Callout callout) {
          return callout.header(field);
        }
      };
    }
  }

  /** See {@link Answer#body}. */
  public record AnswerBody(String call) implements TextValue {
    @Override
    public String describe() {
      return "body of " + call;
    }

    @Override
    public Reader reader(Planner planner) {
      Asked asked = planner.answer(call);
      asked.askBody();
      return new Part(asked) {
        @Override
        Bytes of(Callout callout) {
          return callout.body();
        }
      };
    }
  }
}
