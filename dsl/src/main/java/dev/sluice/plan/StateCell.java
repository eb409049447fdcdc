package dev.sluice.plan;

/**
 * What a plugin remembers beyond streams under a name: one immutable value, swapped as a whole. It belongs to a plan, and so
 * to one configuration of the plugin in one VM, whose callbacks come one after the other.
 */
public class StateCell {
  private final String name;
  private final Object initial;
  private final StateCell next;
  private Object value;

  StateCell(String name, Object initial, StateCell next) {
    this.name = name;
    this.initial = initial;
    this.next = next;
    this.value = initial;
  }

  /** The cell with this name in a chain of them, null where there is none. */
  static StateCell find(StateCell cells, String name) {
    StateCell at = cells;
    while (at != null && !at.name.equals(name)) {
      at = at.next;
    }
    return at;
  }

  boolean beganWith(Object other) {
    return initial.equals(other);
  }

  public Object value() {
    return value;
  }

  /** Puts a value in the place of the one there is. */
  public void value(Object newValue) {
    if (newValue == null) {
      throw new IllegalStateException(
          "the new value of the state \"" + name + "\" is null; give the old one back instead");
    }
    value = newValue;
  }
}
