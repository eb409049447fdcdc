package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Reader;

/** A question about a number that is there; no where it is not. */
abstract class NumberTest extends TextTest {
  private static final int MOST_DIGITS = 18;

  NumberTest(Condition question, boolean wanted, Label target, Reader digits) {
    super(question, wanted, target, digits);
  }

  abstract boolean accepts(long number);

  @Override
  final boolean accepts(Bytes text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return false;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.at(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      number = 10 * number + digit;
    }
    return accepts(number);
  }
}
