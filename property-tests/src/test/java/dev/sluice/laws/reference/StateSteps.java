package dev.sluice.laws.reference;

import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.Num;
import dev.sluice.laws.pipeline.Text;
import java.util.List;

/** Does steps that change what outlives them. */
final class StateSteps {
  private final World world;
  private final Values values;
  private final Steps steps;

  StateSteps(World world, Values values, Steps steps) {
    this.world = world;
    this.values = values;
    this.steps = steps;
  }

  void run(Action step) {
    switch (step) {
      case Action.SetOwn(Text value) -> {
        String text = values.text(value);
        world.own = text == null ? world.own : text;
      }
      case Action.SetShared(String key, Text value) -> share(key, values.text(value));
      case Action.UpdateShared(String key, String old, Text value) -> {
        world.variables.put(old, world.state.shared.get(key));
        share(key, values.text(value));
      }
      case Action.AddCount(Text key, Num number, String as) -> {
        String of = Values.orEmpty(values.text(key));
        Long by = values.number(number);
        world.variables.put(as, Long.toString(world.state.add(of, by == null ? 0 : by)));
      }
      case Action.PutCache(Text key, Text value) -> world.state.cache(values.text(key), values.text(value));
      case Action.TakeToken(String left, List<Action> onEmpty) -> {
        boolean taken = world.state.takeToken();
        world.variables.put(left, Integer.toString(world.state.tokens()));
        if (!taken && onEmpty.isEmpty()) {
          throw Replied.empty(429);
        }
        steps.run(taken ? List.of() : onEmpty);
      }
      case Action.SetState(Text value) -> {
        String text = values.text(value);
        world.state.remembered = text == null ? world.state.remembered : text;
      }
      case Action.Count(Text tag, Num number) ->
        world.state.addTo(counter(values.text(tag)), positive(values.number(number)));
      case Action.Increment(Text tag) -> world.state.addTo(counter(values.text(tag)), 1L);
      case Action.AddGauge(Num number) -> world.state.addTo("g", values.number(number));
      case Action.SetGauge(Num number) -> world.state.setTo("g", positive(values.number(number)));
      case Action.Sample(Num sample) -> world.state.addTo("h", positive(values.number(sample)));
      default -> throw new IllegalArgumentException("no meaning has " + step);
    }
  }

  private static String counter(String tag) {
    return "m;t=" + (tag == null ? "none" : tag.equals("a") || tag.equals("b") ? tag : "other");
  }

  private void share(String key, String value) {
    if (value != null) {
      world.state.shared.put(key, value);
    }
  }

  private static Long positive(Long number) {
    return number == null || number < 0 ? null : number;
  }
}
