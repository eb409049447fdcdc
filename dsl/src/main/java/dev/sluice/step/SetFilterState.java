package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.protobuf.ProtobufWriter;
import dev.sluice.plan.CallForeign;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadText;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Sets a typed state of Envoy that its own filters go by ({@code set_envoy_filter_state}), such as the cluster of a TCP
 * proxy or the name that an upstream's certificate must have. For what plugins remember themselves there is
 * {@link SetProperty}. An absent value sets nothing. Where the proxy knows no state of this name, does not take the value,
 * or forbids it, its failure steps run, by default a reply with 503.
 *
 * <pre>{@code setFilterState("envoy.network.upstream_server_name", header("x-upstream"))}</pre>
 *
 * @param span how long it holds
 * @param onFailure none for a reply with 503
 */
public record SetFilterState(String name, TextValue value, Span span, List<Step> onFailure) implements Step {
  private static final int PATH = 1;
  private static final int VALUE = 2;
  private static final int SPAN = 3;

  /** How long a state holds, in Envoy's order. */
  public enum Span {
    FILTER_CHAIN(0), REQUEST(1), CONNECTION(2);

    private final int code;

    Span(int code) {
      this.code = code;
    }
  }

  public SetFilterState {
    Check.filled("setFilterState", "the name", name);
    Check.given("setFilterState", "the value of " + name, value);
    Check.given("setFilterState", "the span", span);
    onFailure = Lists.copy(Check.given("setFilterState", "the list of failure steps", onFailure));
  }

  /** The same state, which holds so long; unless given, for the request. */
  public SetFilterState during(Span other) {
    return new SetFilterState(name, value, other, onFailure);
  }

  /** What happens where it is not set. Unless one of the steps answers, the pipeline goes on. */
  public SetFilterState onFailure(Step... steps) {
    return new SetFilterState(name, value, span, Check.some("onFailure", "step", steps));
  }

  @Override
  public String word() {
    return "setFilterState";
  }

  @Override
  public String describe() {
    return "set filter state " + name + " to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Label failed = Failures.plan(planner, onFailure, "sluice_filter_state", end);
    planner.emit(new LoadText(value.reader(planner), value.describe(), value.varies(), end));
    planner.emit(
        new CallForeign("set_envoy_filter_state", new Arguments(name, span), CallForeign.NOWHERE, failed));
    planner.next(end);
  }

  /** The arguments as a message of Envoy ({@code SetEnvoyFilterStateArguments}). */
  private static final class Arguments extends Reader {
    private final String name;
    private final Span span;

    Arguments(String name, Span span) {
      this.name = name;
      this.span = span;
    }

    @Override
    public Bytes read(Run run) {
      return new ProtobufWriter().string(PATH, name).bytes(VALUE, run.text()).varint(SPAN, span.code).message();
    }
  }
}
