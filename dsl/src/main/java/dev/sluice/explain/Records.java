package dev.sluice.explain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Looks into records of whatever type: steps and values are such, so that tools need not know each of them. */
public final class Records {
  private Records() {}

  /** What a record is made of, with lists and options taken apart; nothing for what is no record. */
  public static List<Object> parts(Object record) {
    List<Object> parts = new ArrayList<>();
    if (record instanceof Record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        add(read(component, record), parts);
      }
    }
    return parts;
  }

  /** What the component of this name is, null where the record has none. */
  public static Object part(Object record, String name) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        return read(component, record);
      }
    }
    return null;
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static void add(Object part, List<Object> parts) {
    if (part instanceof Iterable<?> several) {
      several.forEach(one -> add(one, parts));
    } else if (part != null) {
      parts.add(part);
    }
  }
}
