package dev.sluice.settings;

/** An object's fields, to be made into something by {@code as}; see {@link Decoders#object}. One for each number. */
public final class Fields {
  private Fields() {}

  /** 1 field. */
  public record Of1<A>(Field<A> a) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of1<A, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next()), a);
    }
  }

  /** 2 fields. */
  public record Of2<A, B>(Field<A> a, Field<B> b) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of2<A, B, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next()), a, b);
    }
  }

  /** 3 fields. */
  public record Of3<A, B, C>(Field<A> a, Field<B> b, Field<C> c) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of3<A, B, C, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next()), a, b, c);
    }
  }

  /** 4 fields. */
  public record Of4<A, B, C, D>(Field<A> a, Field<B> b, Field<C> c, Field<D> d) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of4<A, B, C, D, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next()), a, b, c, d);
    }
  }

  /** 5 fields. */
  public record Of5<A, B, C, D, E>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of5<A, B, C, D, E, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next()), a, b, c, d,
          e);
    }
  }

  /** 6 fields. */
  public record Of6<A, B, C, D, E, F>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e, Field<F> f) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of6<A, B, C, D, E, F, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next()),
          a, b, c, d, e, f);
    }
  }

  /** 7 fields. */
  public record Of7<A, B, C, D, E, F, G>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e, Field<F> f,
      Field<G> g) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of7<A, B, C, D, E, F, G, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next()),
          a, b, c, d, e, f, g);
    }
  }

  /** 8 fields. */
  public record Of8<A, B, C, D, E, F, G, H>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e, Field<F> f,
      Field<G> g, Field<H> h) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of8<A, B, C, D, E, F, G, H, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next(), values.next()),
          a, b, c, d, e, f, g, h);
    }
  }

  /** 9 fields. */
  public record Of9<A, B, C, D, E, F, G, H, I>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e, Field<F> f,
      Field<G> g, Field<H> h, Field<I> i) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of9<A, B, C, D, E, F, G, H, I, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next(), values.next(), values.next()),
          a, b, c, d, e, f, g, h, i);
    }
  }

  /** 10 fields. */
  public record Of10<A, B, C, D, E, F, G, H, I, J>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e,
      Field<F> f, Field<G> g, Field<H> h, Field<I> i, Field<J> j) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of10<A, B, C, D, E, F, G, H, I, J, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next(), values.next(), values.next(), values.next()),
          a, b, c, d, e, f, g, h, i, j);
    }
  }

  /** 11 fields. */
  public record Of11<A, B, C, D, E, F, G, H, I, J, K>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e,
      Field<F> f, Field<G> g, Field<H> h, Field<I> i, Field<J> j, Field<K> k) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of11<A, B, C, D, E, F, G, H, I, J, K, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next(), values.next(), values.next(), values.next(), values.next()),
          a, b, c, d, e, f, g, h, i, j, k);
    }
  }

  /** 12 fields. */
  public record Of12<A, B, C, D, E, F, G, H, I, J, K, L>(Field<A> a, Field<B> b, Field<C> c, Field<D> d, Field<E> e,
      Field<F> f, Field<G> g, Field<H> h, Field<I> i, Field<J> j, Field<K> k, Field<L> l) {
    /** The object as what this makes of its fields. */
    public <R> ObjectDecoder<R> as(Maker.Of12<A, B, C, D, E, F, G, H, I, J, K, L, R> maker) {
      return new ObjectDecoder<>(
          values -> maker.make(values.next(), values.next(), values.next(), values.next(), values.next(), values.next(),
              values.next(), values.next(), values.next(), values.next(), values.next(), values.next()),
          a, b, c, d, e, f, g, h, i, j, k, l);
    }
  }
}
