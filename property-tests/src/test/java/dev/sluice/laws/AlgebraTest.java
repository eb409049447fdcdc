package dev.sluice.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.explain.Explanation;
import dev.sluice.explain.Prediction;
import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.GeneratedPlugin;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Pipelines;
import dev.sluice.laws.pipeline.Text;
import dev.sluice.laws.place.PipelineHost;
import dev.sluice.laws.reference.Uses;
import dev.sluice.testkit.property.Bodies;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Laws that need no reference: filters are a monoid in what they do to traffic, also where one of them answers; how a
 * body is cut makes no difference; what is foretold of hostcalls is kept.
 */
class AlgebraTest {
  private static final int TRIES = Integer.getInteger("laws.tries", 150);
  private static final int LONGEST_CUT = 4;
  private static final Pipeline.Ring NONE = new Pipeline.Ring(List.of(), List.of(), List.of());

  private final PipelineHost host = PipelineHost.jvm();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void noneIsTheIdentity() {
    Law.holds(Case.any(), TRIES, 1, one -> {
      Observed alone = host.run(one.pipeline(), one.traffic());
      assertEquals(alone, host.run(new Pipeline(List.of(NONE)).around(one.pipeline()), one.traffic()));
      assertEquals(alone, host.run(one.pipeline().around(new Pipeline(List.of(NONE))), one.traffic()));
    });
  }

  @Test
  void thenIsAssociativeAlsoWhereTheMiddleReplies() {
    Law.holds(threes(), TRIES, 2, one -> assertEquals(
        host.run(one.pipeline().json(false), one.traffic()), host.run(one.pipeline().json(true), one.traffic())));
  }

  /** Three filters; the one in the middle answers mostly, on the way in or out. */
  private static Arbitrary<Case> threes() {
    Action reply = new Action.Respond(403, new Text.Header("x-a"), new Text.Literal("middle"));
    Arbitrary<Pipeline.Ring> middle = Combinators.combine(Pipelines.ring(), Arbitraries.of(0, 1, 2))
        .as((ring, where) -> new Pipeline.Ring(
            where == 1 ? with(ring.request(), reply) : ring.request(),
            where == 2 ? with(ring.response(), reply) : ring.response(), ring.log()));
    return Combinators.combine(Pipelines.ring(), middle, Pipelines.ring(), Traffics.any())
        .as((f, g, h, traffic) -> Case.of(Pipelines.sound(new Pipeline(List.of(f, g, h))), traffic));
  }

  private static List<Action> with(List<Action> steps, Action last) {
    List<Action> all = new ArrayList<>(steps);
    all.add(last);
    return List.copyOf(all);
  }

  /** The same short body in both directions, cut in every way there is. */
  @Test
  void cutsMakeNoDifference() {
    Law.holds(Case.any(), TRIES / 3, 3, one -> {
      Bytes body = one.traffic().request().body().isEmpty() ? Bytes.utf8("ab") : one.traffic().request().body();
      Vector<Vector<Bytes>> cuts = Bodies.everyCut(body.slice(0, Math.min(body.length(), LONGEST_CUT)));
      Observed whole = host.run(one.pipeline(), one.traffic().inPieces(cuts.head())).withoutLengths();
      cuts.tail()
          .forEach(cut -> assertEquals(
              whole, host.run(one.pipeline(), one.traffic().inPieces(cut)).withoutLengths(), () -> "cut into " + cut));
    });
  }

  /**
   * The number of hostcalls, holds and the log included; and which they are, where all ways are listed. How far through
   * several filters an exchange comes is not told apart, nor what calls that are waited for together do first.
   */
  @Test
  void hostcallsStayWithinWhatIsForetold() {
    Law.holds(Case.any(), TRIES, 4, one -> {
      Explanation explanation = Explanation.of(new GeneratedPlugin(), Settings.of(one.pipeline().json()));
      List<String> made = host.hostcalls(one.pipeline(), one.traffic());
      for (Prediction foretold : Prediction.of(explanation)) {
        assertTrue(foretold.allows(made.size(), one.traffic().pieces()),
            () -> foretold.least() + " to " + foretold.most() + " and " + foretold.each() + " a piece, but was "
                + made);
        assertTrue(
            one.pipeline().rings().size() > 1 || Uses.callsAtOnce(one.pipeline())
                || foretold.isOf(io.vavr.collection.List.ofAll(made)).getOrElse(true),
            () -> explanation.text() + "but was " + made);
      }
    });
  }
}
