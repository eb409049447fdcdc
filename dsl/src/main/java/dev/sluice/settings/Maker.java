package dev.sluice.settings;

/** What is made of the values of an object's fields: most often a record, {@code Limits::new}. One for each number. */
public final class Maker {
  private Maker() {}

  /** Of 1 value. */
  @FunctionalInterface
  public interface Of1<A, R> {
    R make(A a);
  }

  /** Of 2 values. */
  @FunctionalInterface
  public interface Of2<A, B, R> {
    R make(A a, B b);
  }

  /** Of 3 values. */
  @FunctionalInterface
  public interface Of3<A, B, C, R> {
    R make(A a, B b, C c);
  }

  /** Of 4 values. */
  @FunctionalInterface
  public interface Of4<A, B, C, D, R> {
    R make(A a, B b, C c, D d);
  }

  /** Of 5 values. */
  @FunctionalInterface
  public interface Of5<A, B, C, D, E, R> {
    R make(A a, B b, C c, D d, E e);
  }

  /** Of 6 values. */
  @FunctionalInterface
  public interface Of6<A, B, C, D, E, F, R> {
    R make(A a, B b, C c, D d, E e, F f);
  }

  /** Of 7 values. */
  @FunctionalInterface
  public interface Of7<A, B, C, D, E, F, G, R> {
    R make(A a, B b, C c, D d, E e, F f, G g);
  }

  /** Of 8 values. */
  @FunctionalInterface
  public interface Of8<A, B, C, D, E, F, G, H, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  /** Of 9 values. */
  @FunctionalInterface
  public interface Of9<A, B, C, D, E, F, G, H, I, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
  }

  /** Of 10 values. */
  @FunctionalInterface
  public interface Of10<A, B, C, D, E, F, G, H, I, J, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
  }

  /** Of 11 values. */
  @FunctionalInterface
  public interface Of11<A, B, C, D, E, F, G, H, I, J, K, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
  }

  /** Of 12 values. */
  @FunctionalInterface
  public interface Of12<A, B, C, D, E, F, G, H, I, J, K, L, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
  }
}
