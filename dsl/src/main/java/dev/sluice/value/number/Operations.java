package dev.sluice.value.number;

import dev.sluice.plan.LongReader;

/** Arithmetic on whole numbers of 64 bits. What does not fit is absent, and so is a division by zero. */
public final class Operations {
  private Operations() {}

  /** The sum. */
  public record Plus() implements Operation {
    @Override
    public long of(long left, long right) {
      long sum = left + right;
      // Overflown where both have one sign and the sum has the other.
      return ((left ^ sum) & (right ^ sum)) < 0 ? LongReader.ABSENT : sum;
    }

    @Override
    public String words() {
      return "+";
    }
  }

  /** The difference. */
  public record Minus() implements Operation {
    @Override
    public long of(long left, long right) {
      long difference = left - right;
      return ((left ^ right) & (left ^ difference)) < 0 ? LongReader.ABSENT : difference;
    }

    @Override
    public String words() {
      return "-";
    }
  }

  /** The product. */
  public record Times() implements Operation {
    @Override
    public long of(long left, long right) {
      long product = left * right;
      // Neither can be the smallest long, whose quotient by -1 does not fit.
      return right != 0 && product / right != left ? LongReader.ABSENT : product;
    }

    @Override
    public String words() {
      return "*";
    }
  }

  /** The quotient, rounded towards zero. */
  public record DividedBy() implements Operation {
    @Override
    public long of(long left, long right) {
      return right == 0 ? LongReader.ABSENT : left / right;
    }

    @Override
    public String words() {
      return "/";
    }
  }

  /** The rest of a division that is rounded down: of the sign of the divisor, or zero. */
  public record Modulo() implements Operation {
    @Override
    public long of(long left, long right) {
      if (right == 0) {
        return LongReader.ABSENT;
      }
      long rest = left % right;
      return rest != 0 && (rest ^ right) < 0 ? rest + right : rest;
    }

    @Override
    public String words() {
      return "modulo";
    }
  }

  /** The smaller one. */
  public record Min() implements Operation {
    @Override
    public long of(long left, long right) {
      return left < right ? left : right;
    }

    @Override
    public String words() {
      return "min";
    }
  }

  /** The larger one. */
  public record Max() implements Operation {
    @Override
    public long of(long left, long right) {
      return left > right ? left : right;
    }

    @Override
    public String words() {
      return "max";
    }
  }
}
