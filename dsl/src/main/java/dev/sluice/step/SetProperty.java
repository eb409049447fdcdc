package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.plan.Check;
import dev.sluice.plan.HostRefusal;
import dev.sluice.plan.Label;
import dev.sluice.plan.LoadText;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.TextValue;

/**
 * Sets an attribute of the stream: readable by {@code property(name)} here and in later plugins, and in access logs (Envoy:
 * filter state {@code wasm.<name>}, {@code %FILTER_STATE(wasm.name:PLAIN)%}). An absent value sets nothing.
 *
 * <pre>{@code setProperty("tenant", header("x-tenant"))}</pre>
 */
public record SetProperty(String name, TextValue value) implements Step {
  public SetProperty {
    Check.propertyName("setProperty", name);
    Check.given("setProperty", "the value of " + name, value);
  }

  @Override
  public String word() {
    return "setProperty";
  }

  @Override
  public String describe() {
    return "set property " + name + " to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    planner.emit(new LoadText(value.reader(planner), value.describe(), value.varies(), end));
    planner.emit(new Write(Bytes.constant(name)));
    planner.next(end);
  }

  private static final class Write extends Op {
    private final Bytes name;

    Write(Bytes name) {
      this.name = name;
    }

    @Override
    public int run(Run run, int pc) {
      Status status = run.host().properties().set(name, run.text());
      if (!status.isOk()) {
        throw new HostRefusal("proxy_set_property", status);
      }
      run.forgetAll();
      return pc + 1;
    }
  }
}
