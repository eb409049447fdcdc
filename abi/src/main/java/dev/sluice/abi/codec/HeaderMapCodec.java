package dev.sluice.abi.codec;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.List;

/**
 * The serialized form of a header map (Proxy-Wasm 0.2.1, "serialized pairs"): a little-endian count, then the length
 * of name and value of each pair, then name and value of each pair, each closed by a NUL byte.
 */
public final class HeaderMapCodec {
  private HeaderMapCodec() {}

  /** The serialized form of these pairs; for none a count of zero. */
  public static Bytes encode(List<Header> pairs) {
    int size = 4;
    for (int i = 0; i < pairs.size(); i++) {
      Header pair = pairs.get(i);
      size += 8 + pair.name().length() + 1 + pair.value().length() + 1;
    }
    byte[] out = new byte[size];
    putInt(out, 0, pairs.size());
    int lengths = 4;
    int data = 4 + 8 * pairs.size();
    for (int i = 0; i < pairs.size(); i++) {
      Header pair = pairs.get(i);
      putInt(out, lengths, pair.name().length());
      putInt(out, lengths + 4, pair.value().length());
      lengths += 8;
      data = put(out, data, pair.name());
      data = put(out, data, pair.value());
    }
    return Bytes.wrap(out);
  }

  private static int put(byte[] out, int at, Bytes bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      out[at + i] = bytes.at(i);
    }
    return at + bytes.length() + 1;
  }

  private static void putInt(byte[] out, int at, int value) {
    out[at] = (byte) value;
    out[at + 1] = (byte) (value >> 8);
    out[at + 2] = (byte) (value >> 16);
    out[at + 3] = (byte) (value >> 24);
  }
}
