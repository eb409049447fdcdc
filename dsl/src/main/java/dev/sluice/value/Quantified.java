package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.value.text.TextPredicate;

/**
 * The elements of a list about which a question is asked, see {@link ListValue#any} and {@link ListValue#every}.
 *
 * @param every whether all of them have to answer with yes, not one only
 * @param ignoresCase whether the texts of questions are put in lower case
 */
public record Quantified(ListValue list, boolean every, boolean ignoresCase) implements TextQuestions {
  public Quantified {
    Check.given(every ? "every" : "any", "the list", list);
  }

  /**
   * The same elements with ASCII letters in lower case; what they are compared with is put in lower case as well.
   * <pre>{@code when(headerValues("connection").elements().any().ignoringCase().is("Upgrade"))}</pre>
   */
  public Quantified ignoringCase() {
    return new Quantified(list.lowerCase(), every, true);
  }

  @Override
  public Condition asked(TextPredicate question) {
    return new ListAsked(list, every, question);
  }
}
