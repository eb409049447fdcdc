package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/** The author's own code as a step. Two are equal when name and code are the same object. */
public record Custom(String name, StepBody body) implements Step {
  public Custom {
    Check.given("step", "the name", name);
    Check.given("step", "the code", body);
    if (name.isBlank()) {
      throw new IllegalArgumentException("step: the name is blank; give one that tells it apart in logs");
    }
  }

  @Override
  public String word() {
    return "step \"" + name + "\"";
  }

  @Override
  public String describe() {
    return word();
  }

  @Override
  public void plan(Planner planner) {
    planner.emit(new Call(body));
  }

  private static final class Call extends Op {
    private final StepBody body;

    Call(StepBody body) {
      this.body = body;
    }

    @Override
    public int run(Run run, int pc) {
      RunExchange exchange = new RunExchange(run);
      try {
        body.run(exchange);
      } finally {
        exchange.close();
      }
      Respond reply = exchange.reply();
      return reply == null ? pc + 1 : run.reply(reply.once(), pc);
    }

    @Override
    public boolean isOpaque() {
      return true;
    }
  }
}
