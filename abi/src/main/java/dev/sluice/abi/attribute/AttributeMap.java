package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.ArrayList;
import java.util.List;

/**
 * A map as an attribute has it: headers, or a map in metadata. Its values carry no type of their own; who reads one
 * knows it. A copy, which stays readable.
 *
 * @param entries in the host's order, which Envoy does not keep from one read to the next; names as they are
 */
public record AttributeMap(List<Header> entries) {

  public AttributeMap {
    entries = List.copyOf(entries);
  }

  static AttributeMap of(HeaderPairs pairs) {
    List<Header> entries = new ArrayList<>(pairs.count());
    pairs.forEach((name, value) -> entries.add(new Header(name, value)));
    return new AttributeMap(entries);
  }

  /** The value of this name, compared byte by byte, read as this type. */
  public <T> AttributeValue<T> get(AttributeType<T> type, String name) {
    Bytes wanted = Bytes.utf8(name);
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(wanted)) {
        return type.read(Fetched.of(entries.get(i).value()));
      }
    }
    return new AttributeValue.Absent<>();
  }

  public int size() {
    return entries.size();
  }
}
