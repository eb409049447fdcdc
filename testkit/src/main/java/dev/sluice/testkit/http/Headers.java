package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Header fields in the order of the wire, repeated ones included. Names are compared without regard to case. */
public record Headers(Vector<Header> fields) {
  public static final Headers EMPTY = new Headers(Vector.empty());

  /** One more field; a text value in UTF-8. */
  public Headers add(String name, String value) {
    return new Headers(fields.append(Header.of(name, value)));
  }

  /** One more field whose value is these bytes, whatever they are. */
  public Headers add(String name, Bytes value) {
    return new Headers(fields.append(new Header(Bytes.utf8(name), value)));
  }

  /** The first value of a header as UTF-8 text. */
  public Option<String> first(String name) {
    return bytes(name).headOption().map(Bytes::utf8);
  }

  /** All values of a header as UTF-8 text. */
  public Vector<String> all(String name) {
    return bytes(name).map(Bytes::utf8);
  }

  /** All values of a header as they are. */
  public Vector<Bytes> bytes(String name) {
    Bytes wanted = Bytes.utf8(name);
    return fields.filter(field -> field.name().equalsIgnoreCase(wanted)).map(Header::value);
  }

  public boolean has(String name) {
    return !bytes(name).isEmpty();
  }

  @Override
  public String toString() {
    return fields.map(field -> field.name() + ": " + field.value()).mkString("\n");
  }
}
