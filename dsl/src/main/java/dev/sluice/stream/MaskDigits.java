package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Planner;

/**
 * Puts a sign in the place of each digit of long numbers, such as those of cards and accounts; the last few stay
 * readable. Digits may have single blanks or hyphens between them, which stay. The length of a body stays the same.
 *
 * @param fewest numbers with fewer digits stay as they are
 * @param clear how many digits at the end of a number stay readable, fewer than {@code fewest}
 * @param sign what stands in the place of a digit, an ASCII character
 */
public record MaskDigits(int fewest, int clear, char sign) implements Transform {
  private static final int MOST_DIGITS = 64;

  public MaskDigits {
    if (fewest < 2 || fewest > MOST_DIGITS || clear < 0 || clear >= fewest) {
      throw new IllegalArgumentException(
          "maskingDigits: numbers of " + Decimal.of(fewest) + " digits with " + Decimal.of(clear)
              + " clear ones; give 2 to 64, and fewer clear ones");
    }
    if (sign < ' ' || sign > '~') {
      throw new IllegalArgumentException("maskingDigits: the sign is no ASCII character; give one such as *");
    }
  }

  @Override
  public String describe() {
    return "mask numbers of " + Decimal.of(fewest) + " and more digits";
  }

  @Override
  public FlowMaker maker(Planner planner) {
    return () -> new Masking(this);
  }

  /** Holds a number until it is over, and of a long one the digits that may stay clear. */
  private static final class Masking extends Flow {
    private final MaskDigits rule;
    private final ByteSink out = new ByteSink(256);
    private final ByteSink number = new ByteSink(MOST_DIGITS);
    private int digits;
    private boolean keepsMasking;

    Masking(MaskDigits rule) {
      this.rule = Check.given("maskingDigits", "the rule", rule);
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      for (int i = 0; i < piece.length(); i++) {
        take(piece.at(i));
      }
      if (last) {
        finish();
      }
      return out.drain();
    }

    private void take(byte b) {
      boolean digit = b >= '0' && b <= '9';
      boolean gap = (b == ' ' || b == '-') && number.size() > 0 && isDigit(number.fromEnd(1));
      if (!digit && !gap) {
        finish();
        out.put(b);
        return;
      }
      number.put(b);
      digits += digit ? 1 : 0;
      // Of a number that is long already only its end is kept: a body of digits alone must not grow it.
      if (digits > MOST_DIGITS + rule.clear) {
        release();
      }
    }

    private static boolean isDigit(int b) {
      return b >= '0' && b <= '9';
    }

    /** Masks and lets go what cannot be among the last digits any more. */
    private void release() {
      Bytes all = number.drain();
      int masked = digits - rule.clear;
      int at = 0;
      for (; masked > 1; at++) {
        masked -= mask(all.at(at));
      }
      digits = rule.clear + 1;
      number.put(all, at, all.length());
      keepsMasking = true;
    }

    private int mask(byte b) {
      boolean digit = isDigit(b);
      out.put(digit ? rule.sign : b);
      return digit ? 1 : 0;
    }

    private void finish() {
      Bytes all = number.drain();
      int masked = digits >= rule.fewest || keepsMasking ? digits - rule.clear : 0;
      for (int i = 0; i < all.length(); i++) {
        if (masked > 0) {
          masked -= mask(all.at(i));
        } else {
          out.put(all.at(i));
        }
      }
      digits = 0;
      keepsMasking = false;
    }
  }
}
