package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Pipeline.Ring;
import dev.sluice.laws.pipeline.Pipelines.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what outlives a stream. */
final class States {
  private static final List<String> KEYS = List.of("k", "l");
  private static final Text A = new Text.Literal("a");

  private States() {}

  static Arbitrary<Action> steps(Part part, Arbitrary<List<Action>> onEmpty) {
    Arbitrary<Text> texts = Values.texts(part, 1);
    Arbitrary<Num> numbers = Values.numbers(part);
    Arbitrary<String> keys = Arbitraries.of(KEYS);
    return Ready.oneOf(
        texts.map(Action.SetOwn::new),
        Combinators.combine(keys, texts).as(Action.SetShared::new),
        Combinators.combine(keys, Values.variables(), texts).as(Action.UpdateShared::new),
        Combinators.combine(texts, numbers, Values.variables()).as(Action.AddCount::new),
        Combinators.combine(texts, texts).as(Action.PutCache::new),
        Combinators.combine(Values.variables(), onEmpty).as(Action.TakeToken::new),
        texts.map(Action.SetState::new),
        Combinators.combine(texts, numbers).as(Action.Count::new),
        numbers.map(Action.AddGauge::new),
        numbers.map(Action.SetGauge::new),
        numbers.map(Action.Sample::new));
  }

  static Arbitrary<Text> texts() {
    return Ready.oneOf(
        Arbitraries.of(KEYS).map(Text.Shared::new),
        Arbitraries.of(new Text.Counted(A), new Text.Cached(A), new Text.Counted(new Text.Header("x-a")),
            new Text.Cached(new Text.Header("x-a")), new Text.State()));
  }

  /** The same in a filter that tells the log in the end what there is. */
  static Pipeline told(Pipeline pipeline) {
    List<Action> told = Stream.of(new Text.Shared("k"), new Text.Shared("l"), new Text.Counted(A), new Text.Cached(A),
        new Text.State()).<Action>map(Action.Log::new).toList();
    List<Ring> rings = new ArrayList<>(pipeline.rings());
    rings.addFirst(new Ring(List.of(), List.of(), told));
    return new Pipeline(List.copyOf(rings));
  }
}
