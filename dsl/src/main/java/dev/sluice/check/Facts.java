package dev.sluice.check;

import dev.sluice.abi.Bytes;
import dev.sluice.check.State.Answer;
import dev.sluice.value.Absent;
import dev.sluice.value.AllOf;
import dev.sluice.value.AnyOf;
import dev.sluice.value.Condition;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.LiteralText;
import dev.sluice.value.Missing;
import dev.sluice.value.Not;
import dev.sluice.value.NumberAbsent;
import dev.sluice.value.NumberBetween;
import dev.sluice.value.NumberCompared;
import dev.sluice.value.TextAsked;
import dev.sluice.value.TextCompared;
import dev.sluice.value.TextValue;
import dev.sluice.value.text.Comparisons;
import dev.sluice.value.text.Predicates;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.List;

/** What conditions are, as far as it follows from themselves and from what is known. Nothing is guessed. */
final class Facts {
  private final Map<Condition, Answer> known;

  private Facts(Map<Condition, Answer> known) {
    this.known = known;
  }

  /** What a condition is with what is known, and since which step; none where it may be either. */
  static Option<Answer> of(Condition condition, Map<Condition, Answer> known) {
    return new Facts(known).answer(condition);
  }

  /** What a condition always is. */
  static Option<Answer> alone(Condition condition) {
    return of(condition, HashMap.empty());
  }

  /** What is known when this is so as well. */
  static Map<Condition, Answer> assume(Map<Condition, Answer> known, Condition condition, Answer answer) {
    if (condition.varies()) {
      return known;
    }
    return switch (condition) {
      case Not not -> assume(known, not.condition(), new Answer(!answer.holds(), answer.path()));
      case AllOf all when answer.holds() -> assumeEach(known, all.conditions(), answer);
      case AnyOf any when !answer.holds() -> assumeEach(known, any.conditions(), answer);
      default -> known.put(condition, answer);
    };
  }

  private static Map<Condition, Answer> assumeEach(
      Map<Condition, Answer> known, List<Condition> conditions, Answer answer) {
    Map<Condition, Answer> all = known;
    for (Condition condition : conditions) {
      all = assume(all, condition, answer);
    }
    return all;
  }

  private Option<Answer> answer(Condition condition) {
    Option<Answer> before = condition.varies() ? Option.none() : known.get(condition);
    return before.orElse(() -> switch (condition) {
      case Not not -> answer(not.condition()).map(inner -> new Answer(!inner.holds(), inner.path()));
      case AllOf all -> junction(all.conditions(), false).orElse(() -> notAllAgain(all));
      case AnyOf any -> junction(any.conditions(), true);
      case Missing missing -> missing(missing.value());
      case Absent absent -> absent(absent.value());
      case NumberAbsent absent when absent.value() instanceof LiteralNumber -> always(false);
      case NumberCompared(LiteralNumber left, var relation, LiteralNumber right) ->
        always(relation.holds(left.number(), right.number()));
      case NumberBetween(LiteralNumber number, long low, long high) ->
        always(number.number() >= low && number.number() <= high);
      case TextCompared(LiteralText left, var how, LiteralText right) ->
        always(how.holds(Bytes.utf8(left.text()), Bytes.utf8(right.text())));
      case TextAsked asked -> asked(asked);
      default -> Option.none();
    });
  }

  private static Option<Answer> always(boolean holds) {
    return Option.some(new Answer(holds, StepPath.NOWHERE));
  }

  /** One part decides; without such a one all parts have to be the other thing. Two opposites decide as well. */
  private Option<Answer> junction(List<Condition> parts, boolean deciding) {
    Answer all = new Answer(!deciding, StepPath.NOWHERE);
    boolean open = false;
    for (Condition part : parts) {
      Option<Answer> answer = answer(part);
      if (answer.exists(one -> one.holds() == deciding) || opposite(part, parts)) {
        return Option.some(new Answer(deciding, answer.map(Answer::path).getOrElse(StepPath.NOWHERE)));
      }
      open |= answer.isEmpty();
      all = answer.filter(one -> one.path() != StepPath.NOWHERE).getOrElse(all);
    }
    return open ? Option.none() : Option.some(new Answer(!deciding, all.path()));
  }

  private static boolean opposite(Condition part, List<Condition> parts) {
    return !part.varies() && parts.contains(part.not());
  }

  /** Several conditions that were found not to hold together do not with more of them either. */
  private Option<Answer> notAllAgain(AllOf all) {
    return known.find(fact -> fact._1 instanceof AllOf before && !fact._2.holds()
        && all.conditions().containsAll(before.conditions())).map(Tuple2::_2);
  }

  private Option<Answer> missing(TextValue value) {
    return value instanceof LiteralText literal ? always(literal.text().isBlank())
        : fact(new Absent(value), true).orElse(() -> exact(value).map(is -> new Answer(is._1.utf8().isBlank(), is._2)));
  }

  private Option<Answer> absent(TextValue value) {
    return value instanceof LiteralText ? always(false)
        : fact(new Missing(value), false).orElse(() -> exact(value).map(is -> new Answer(false, is._2)));
  }

  private Option<Answer> fact(Condition condition, boolean holds) {
    return known.get(condition).filter(answer -> answer.holds() == holds);
  }

  private Option<Answer> asked(TextAsked asked) {
    if (asked.value() instanceof LiteralText literal) {
      return always(asked.question().accepts(Bytes.utf8(literal.text())));
    }
    return fact(new Absent(asked.value()), true).map(absent -> new Answer(false, absent.path()))
        .orElse(() -> exact(asked.value()).map(is -> new Answer(asked.question().accepts(is._1), is._2)))
        .orElse(() -> noSuchStart(asked));
  }

  /** The bytes that a value was found to be, and where. */
  private Option<Tuple2<Bytes, StepPath>> exact(TextValue value) {
    return known.find(fact -> fact._2.holds() && fact._1 instanceof TextAsked asked && asked.value().equals(value)
        && asked.question() instanceof Predicates.Compared compared && compared.how() instanceof Comparisons.Same)
        .map(fact -> new Tuple2<>(
            ((Predicates.Compared) ((TextAsked) fact._1).question()).with(), fact._2.path()));
  }

  /** What does not start with a text neither starts with a longer one that does, nor is one. */
  private Option<Answer> noSuchStart(TextAsked asked) {
    if (!(asked.question() instanceof Predicates.Compared wanted)
        || !(wanted.how() instanceof Comparisons.Same || wanted.how() instanceof Comparisons.Starts)) {
      return Option.none();
    }
    return known.find(fact -> !fact._2.holds() && fact._1 instanceof TextAsked before
        && before.value().equals(asked.value())
        && before.question() instanceof Predicates.Compared start && start.how() instanceof Comparisons.Starts
        && wanted.with().startsWith(start.with())).map(Tuple2::_2);
  }
}
