package dev.sluice.explain;

import dev.sluice.explain.Walker.Move;
import dev.sluice.explain.Walker.Place;
import dev.sluice.plan.Program;
import dev.sluice.plan.Run;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds the ways through a program. Walks that stand at the same op, hold the same and know the same go on alike and
 * are taken together, so that a long pipeline is explored in steps, not in ways.
 */
final class Explorer {
  private static final int PLACES_PER_OP = 100;

  private final Program program;
  private final List<Entry> entries;
  private final List<HostcallUse> before;
  private final Walker walker;
  private final Map<String, Long> lastAsked = new HashMap<>();

  /** @param before what the engine does before the first step */
  Explorer(Program program, List<Entry> entries, List<HostcallUse> before) {
    this.program = program;
    this.entries = entries;
    this.before = before;
    this.walker = new Walker(program);
    for (int pc = 0; pc < program.size(); pc++) {
      for (var way : program.op(pc).ways()) {
        lastAsked.merge(way.when(), rank(pc), Math::max);
      }
    }
  }

  /**
   * Where walks begin.
   *
   * @param when on which condition, empty for always
   */
  record Entry(int pc, String when) {
    static final List<Entry> FIRST = List.of(new Entry(0, ""));
  }

  /** Walks that were taken together. */
  private record Merged(Place place, Trace shortest, Trace longest, long count) {
    Merged with(Merged other) {
      return new Merged(
          place,
          shortest.cost() <= other.shortest.cost() ? shortest : other.shortest,
          longest.most() >= other.longest.most() ? longest : other.longest,
          add(count, other.count));
    }

    private static long add(long a, long b) {
      return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
  }

  /** A walk that is over. */
  private record Ending(Trace trace, String outcome) {
    Way way() {
      return trace.ended(outcome);
    }
  }

  /** Where ops stand in the order in which any walk comes by: a failure branch lies before the filters outside. */
  private long rank(int pc) {
    int layer = program.origin(pc).layer();
    long behind = program.phase().name().equals("request") ? layer : -layer;
    return behind * program.size() + pc;
  }

  /** What runs have asked of the engine. */
  Recorder recorder() {
    return walker.recorder();
  }

  Ways explore() {
    NavigableMap<Long, Map<String, Merged>> open = new TreeMap<>();
    for (Walk start : starts()) {
      put(open, new Merged(start.place, start.trace, start.trace, 1));
    }
    Option<Ending> shortest = Option.none();
    Option<Ending> longest = Option.none();
    long count = 0;
    for (int places = 0; !open.isEmpty();) {
      for (Merged at : open.pollFirstEntry().getValue().values()) {
        if (++places > PLACES_PER_OP * program.size()) {
          return new Ways(Long.MAX_VALUE, Option.none(), Option.none(), Option.none());
        }
        for (Move move : walker.moves(at.place)) {
          Merged next = new Merged(move.to(), after(at.shortest, move), after(at.longest, move), at.count);
          if (!move.to().isEnd()) {
            put(open, next);
            continue;
          }
          Move end = walker.end(move.to());
          Ending low = new Ending(next.shortest.called(end.uses()), end.decision());
          Ending high = new Ending(next.longest.called(end.uses()), end.decision());
          shortest = shortest.filter(way -> way.trace.cost() <= low.trace.cost()).orElse(Option.some(low));
          longest = longest.filter(way -> way.trace.most() >= high.trace.most()).orElse(Option.some(high));
          count = Merged.add(count, at.count);
        }
      }
    }
    return new Ways(count, shortest.map(Ending::way), longest.map(Ending::way),
        Option.when(count <= Ways.MOST_LISTED, this::all));
  }

  private void put(NavigableMap<Long, Map<String, Merged>> open, Merged merged) {
    long rank = rank(merged.place.pc());
    Run run = merged.place.run();
    Set<String> facts = merged.place.facts().filter(fact -> lastAsked.getOrDefault(fact, Long.MIN_VALUE) >= rank);
    String key = run.holding() + run.hasReply() + merged.place.resumed() + facts.toList().sorted();
    Merged pruned =
        new Merged(new Place(merged.place.pc(), run, facts, merged.place.resumed()), merged.shortest, merged.longest,
            merged.count);
    open.computeIfAbsent(rank, at -> new HashMap<>()).merge(key, pruned, Merged::with);
  }

  private static Trace after(Trace trace, Move move) {
    Trace next = trace.called(move.uses());
    next = move.decision().isEmpty() ? next : next.decided(move.decision());
    return move.ownCode().isEmpty() ? next : next.entered(move.ownCode());
  }

  private record Walk(Place place, Trace trace) {}

  private List<Walk> starts() {
    return entries.flatMap(entry -> {
      Trace begun = entry.when.isEmpty() ? Trace.START : Trace.START.decided(entry.when);
      return walker.starts(entry.pc, before).map(start -> new Walk(start.to(), after(begun, start)));
    });
  }

  private List<Way> all() {
    List<Way> found = List.empty();
    Deque<Walk> open = new ArrayDeque<>();
    starts().reverse().forEach(open::push);
    while (!open.isEmpty()) {
      Walk walk = open.pop();
      if (walk.place.isEnd()) {
        Move end = walker.end(walk.place);
        found = found.append(walk.trace.called(end.uses()).ended(end.decision()));
        continue;
      }
      for (Move move : walker.moves(walk.place).reverse()) {
        open.push(new Walk(move.to(), after(walk.trace, move)));
      }
    }
    return found;
  }
}
