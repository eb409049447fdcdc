package dev.sluice.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * See {@link TextValue#matches} and {@link TextValue#containsMatch}.
 *
 * @param whole whether the whole text must match
 * @param ignoringCase whether the case of letters does not matter
 */
public record TextMatches(TextValue value, String regex, boolean whole, boolean ignoringCase) implements Condition {
  public TextMatches {
    Check.given("matches", "the regular expression", regex);
    compile(regex, ignoringCase);
  }

  private static Pattern compile(String regex, boolean ignoringCase) {
    try {
      return Pattern.compile(regex, ignoringCase ? Pattern.CASE_INSENSITIVE : 0);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "matches: \"" + regex + "\" is no regular expression of RE2: " + e.getDescription()
              + "; see https://github.com/google/re2/wiki/Syntax",
          e);
    }
  }

  @Override
  public String describe() {
    return value.describe() + (whole ? " matches /" : " contains a match of /") + regex + "/";
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, value.reader(planner)));
  }

  private static final class Test extends TextTest {
    private final Pattern pattern;
    private final boolean whole;

    Test(TextMatches question, boolean wanted, Label target, Reader value) {
      super(question, wanted, target, value);
      this.pattern = compile(question.regex, question.ignoringCase);
      this.whole = question.whole;
    }

    @Override
    boolean accepts(Bytes text) {
      byte[] wellFormed = WellFormed.utf8(text);
      return whole ? pattern.matches(wellFormed) : pattern.matcher(wellFormed).find();
    }
  }
}
