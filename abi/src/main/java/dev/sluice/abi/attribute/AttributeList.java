package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.ArrayList;
import java.util.List;

/** A list as an attribute has it. Its items carry no type of their own; who reads one knows it. */
public record AttributeList(List<Bytes> items) {

  public AttributeList {
    items = List.copyOf(items);
  }

  static AttributeList of(HeaderPairs pairs) {
    List<Bytes> items = new ArrayList<>(pairs.count());
    pairs.forEach((item, none) -> items.add(item));
    return new AttributeList(items);
  }

  /** The item at this place, from 0, read as this type. */
  public <T> AttributeValue<T> get(AttributeType<T> type, int index) {
    return index < 0 || index >= items.size()
        ? new AttributeValue.Absent<>()
        : type.read(Fetched.of(items.get(index)));
  }

  public int size() {
    return items.size();
  }
}
