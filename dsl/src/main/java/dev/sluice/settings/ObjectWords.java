package dev.sluice.settings;

import dev.sluice.plan.Check;
import java.util.function.Supplier;

/** The word {@code object}, once for each number of fields. */
public class ObjectWords {
  ObjectWords() {}

  /** An object without fields: {@code object(() -> NOTHING)}. */
  public static <R> ObjectDecoder<R> object(Supplier<R> maker) {
    Check.given("object", "the function", maker);
    return new ObjectDecoder<>(values -> maker.get());
  }

  /** An object with this field; unknown fields are errors. {@code object(field(..)).as(Limits::new)}. */
  public static <A> Fields.Of1<A> object(Field<A> a) {
    return new Fields.Of1<>(a);
  }

  /** See {@link #object(Field)}. */
  public static <A, B> Fields.Of2<A, B> object(Field<A> a, Field<B> b) {
    return new Fields.Of2<>(a, b);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C> Fields.Of3<A, B, C> object(Field<A> a, Field<B> b, Field<C> c) {
    return new Fields.Of3<>(a, b, c);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D> Fields.Of4<A, B, C, D> object(Field<A> a, Field<B> b, Field<C> c, Field<D> d) {
    return new Fields.Of4<>(a, b, c, d);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E> Fields.Of5<A, B, C, D, E> object(Field<A> a, Field<B> b, Field<C> c, Field<D> d,
      Field<E> e) {
    return new Fields.Of5<>(a, b, c, d, e);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F> Fields.Of6<A, B, C, D, E, F> object(Field<A> a, Field<B> b, Field<C> c, Field<D> d,
      Field<E> e, Field<F> f) {
    return new Fields.Of6<>(a, b, c, d, e, f);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F, G> Fields.Of7<A, B, C, D, E, F, G> object(Field<A> a, Field<B> b, Field<C> c,
      Field<D> d, Field<E> e, Field<F> f, Field<G> g) {
    return new Fields.Of7<>(a, b, c, d, e, f, g);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F, G, H> Fields.Of8<A, B, C, D, E, F, G, H> object(Field<A> a, Field<B> b, Field<C> c,
      Field<D> d, Field<E> e, Field<F> f, Field<G> g, Field<H> h) {
    return new Fields.Of8<>(a, b, c, d, e, f, g, h);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F, G, H, I> Fields.Of9<A, B, C, D, E, F, G, H, I> object(Field<A> a, Field<B> b,
      Field<C> c, Field<D> d, Field<E> e, Field<F> f, Field<G> g, Field<H> h, Field<I> i) {
    return new Fields.Of9<>(a, b, c, d, e, f, g, h, i);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F, G, H, I, J> Fields.Of10<A, B, C, D, E, F, G, H, I, J> object(Field<A> a, Field<B> b,
      Field<C> c, Field<D> d, Field<E> e, Field<F> f, Field<G> g, Field<H> h, Field<I> i, Field<J> j) {
    return new Fields.Of10<>(a, b, c, d, e, f, g, h, i, j);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F, G, H, I, J, K> Fields.Of11<A, B, C, D, E, F, G, H, I, J, K> object(Field<A> a,
      Field<B> b, Field<C> c, Field<D> d, Field<E> e, Field<F> f, Field<G> g, Field<H> h, Field<I> i, Field<J> j,
      Field<K> k) {
    return new Fields.Of11<>(a, b, c, d, e, f, g, h, i, j, k);
  }

  /** See {@link #object(Field)}. */
  public static <A, B, C, D, E, F, G, H, I, J, K, L> Fields.Of12<A, B, C, D, E, F, G, H, I, J, K, L> object(Field<A> a,
      Field<B> b, Field<C> c, Field<D> d, Field<E> e, Field<F> f, Field<G> g, Field<H> h, Field<I> i, Field<J> j,
      Field<K> k, Field<L> l) {
    return new Fields.Of12<>(a, b, c, d, e, f, g, h, i, j, k, l);
  }
}
