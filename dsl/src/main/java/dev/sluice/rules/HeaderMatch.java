package dev.sluice.rules;

import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.objectOr;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.settings.Decoder;
import dev.sluice.value.Condition;
import dev.sluice.value.ListValue;
import io.vavr.control.Option;

/** What at least one value of a header has to be: {@code "exactly this"}, or an object with one of these fields. */
public sealed interface HeaderMatch {
  Decoder<HeaderMatch> DECODER = objectOr(
      object(
          optional("present", bool()),
          optional("prefix", text().notBlank()),
          optional("suffix", text().notBlank()),
          optional("contains", text().notBlank())).as(HeaderMatch::of),
      text().map(Exactly::new));

  /** For values of the request's header. */
  Condition condition(ListValue values);

  /** A value is this text. */
  record Exactly(String text) implements HeaderMatch {
    @Override
    public Condition condition(ListValue values) {
      return values.any().is(text);
    }
  }

  /** Whether there is a value. */
  record Present(boolean wanted) implements HeaderMatch {
    @Override
    public Condition condition(ListValue values) {
      Condition there = values.count().is(0).not();
      return wanted ? there : there.not();
    }
  }

  /** A value begins with this text. */
  record Prefix(String text) implements HeaderMatch {
    @Override
    public Condition condition(ListValue values) {
      return values.any().startsWith(text);
    }
  }

  /** A value ends with this text. */
  record Suffix(String text) implements HeaderMatch {
    @Override
    public Condition condition(ListValue values) {
      return values.any().endsWith(text);
    }
  }

  /** A value has this text in it. */
  record Contains(String text) implements HeaderMatch {
    @Override
    public Condition condition(ListValue values) {
      return values.any().contains(text);
    }
  }

  private static HeaderMatch of(
      Option<Boolean> present, Option<String> prefix, Option<String> suffix, Option<String> contains) {
    int given = (present.isDefined() ? 1 : 0) + (prefix.isDefined() ? 1 : 0) + (suffix.isDefined() ? 1 : 0)
        + (contains.isDefined() ? 1 : 0);
    if (given != 1) {
      throw new IllegalArgumentException("give one of \"present\", \"prefix\", \"suffix\" and \"contains\"");
    }
    if (present.isDefined()) {
      return new Present(present.get());
    }
    if (prefix.isDefined()) {
      return new Prefix(prefix.get());
    }
    return suffix.isDefined() ? new Suffix(suffix.get()) : new Contains(contains.get());
  }
}
