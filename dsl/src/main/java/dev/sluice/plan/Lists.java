package dev.sluice.plan;

import java.util.List;

/**
 * Immutable lists for what goes into a module. One kind of list for all of them: each class of the JDK that a plugin
 * reaches is in its module, and {@code List.of()}, {@code List.copyOf} and {@code ArrayList} bring different ones.
 */
public final class Lists {
  private static final List<Object> NONE = List.of(new Object[0]);

  private Lists() {}

  /** The list without elements. */
  @SuppressWarnings("unchecked") // it has no elements of any type
  public static <T> List<T> none() {
    return (List<T>) NONE;
  }

  /** An immutable list of the same elements, none of which may be null. */
  public static <T> List<T> copy(List<? extends T> list) {
    return concat(list, none());
  }

  /** The elements of both, in order. */
  @SuppressWarnings("unchecked") // the array holds nothing but elements of the lists
  public static <T> List<T> concat(List<? extends T> first, List<? extends T> second) {
    Object[] both = new Object[first.size() + second.size()];
    fill(both, 0, first);
    fill(both, first.size(), second);
    return (List<T>) List.of(both);
  }

  /** The list with one more element. */
  @SuppressWarnings("unchecked") // the array holds nothing but elements of the list and this one
  public static <T> List<T> append(List<? extends T> list, T element) {
    Object[] more = new Object[list.size() + 1];
    fill(more, 0, list);
    more[list.size()] = element;
    return (List<T>) List.of(more);
  }

  private static void fill(Object[] array, int from, List<?> list) {
    for (int i = 0; i < list.size(); i++) {
      array[from + i] = list.get(i);
    }
  }
}
