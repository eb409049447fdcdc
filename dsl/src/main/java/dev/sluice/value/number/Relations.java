package dev.sluice.value.number;

/** The questions about two numbers. */
public final class Relations {
  private Relations() {}

  /** Equal. */
  public record Equal() implements Relation {
    @Override
    public boolean holds(long left, long right) {
      return left == right;
    }

    @Override
    public String words() {
      return "is";
    }
  }

  /** Greater. */
  public record Greater() implements Relation {
    @Override
    public boolean holds(long left, long right) {
      return left > right;
    }

    @Override
    public String words() {
      return "is greater than";
    }
  }

  /** Greater or equal. */
  public record AtLeast() implements Relation {
    @Override
    public boolean holds(long left, long right) {
      return left >= right;
    }

    @Override
    public String words() {
      return "is at least";
    }
  }

  /** Less. */
  public record Less() implements Relation {
    @Override
    public boolean holds(long left, long right) {
      return left < right;
    }

    @Override
    public String words() {
      return "is less than";
    }
  }

  /** Less or equal. */
  public record AtMost() implements Relation {
    @Override
    public boolean holds(long left, long right) {
      return left <= right;
    }

    @Override
    public String words() {
      return "is at most";
    }
  }
}
