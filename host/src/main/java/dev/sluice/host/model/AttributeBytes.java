package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderMapCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of attributes as Envoy serializes them ({@code serializeValue} in {@code extensions/common/wasm/context.cc}). */
public final class AttributeBytes {
  static final Bytes EMPTY_MAP = map(Map.of());

  private AttributeBytes() {}

  /** An integer, a time or a duration: 64 bits, little-endian. */
  public static Bytes of(long value) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >> (8 * i));
    }
    return Bytes.wrap(bytes);
  }

  /** A number in metadata: double precision, little-endian. */
  public static Bytes of(double value) {
    return of(Double.doubleToRawLongBits(value));
  }

  /** A truth value: one byte. */
  public static Bytes of(boolean value) {
    return Bytes.wrap(new byte[] {(byte) (value ? 1 : 0)});
  }

  /** Text, as it is. */
  public static Bytes of(String value) {
    return Bytes.utf8(value);
  }

  static Bytes map(Map<Bytes, Bytes> entries) {
    List<Header> pairs = new ArrayList<>();
    entries.forEach((name, value) -> pairs.add(new Header(name, value)));
    return HeaderMapCodec.encode(pairs);
  }

  /** A map of headers, repeated ones joined with commas; an empty one for none. */
  static Bytes map(HeaderMap headers) {
    Map<Bytes, Bytes> joined = new LinkedHashMap<>();
    if (headers != null) {
      headers.toList().forEach(field -> joined.putIfAbsent(field.name(), joined(headers, field.name())));
    }
    return map(joined);
  }

  /** All values of a header with commas between them, null where there is none. */
  static Bytes joined(HeaderMap headers, Bytes name) {
    List<Bytes> values = headers == null ? List.of() : headers.values(name);
    return values.isEmpty() ? null : Bytes.latin1(String.join(",", values.stream().map(Bytes::latin1).toList()));
  }
}
