package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a header map that a guest has serialized, as strictly as proxy-wasm-cpp-host does ({@code PairsUtil::toPairs}):
 * one that is too large, lies about a length, lacks a closing NUL or has bytes left over counts as empty.
 */
final class GuestPairs {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_PAIRS = 1024;

  private final Bytes raw;
  private int at;

  private GuestPairs(Bytes raw) {
    this.raw = raw;
  }

  static List<Header> decode(Bytes raw) {
    if (raw.length() > MOST_BYTES || raw.length() < Integer.BYTES) {
      return List.of();
    }
    return new GuestPairs(raw).pairs();
  }

  private List<Header> pairs() {
    int count = number(0);
    if (count < 0 || count > MOST_PAIRS || Integer.BYTES + count * 2 * Integer.BYTES > raw.length()) {
      return List.of();
    }
    List<Header> pairs = new ArrayList<>(count);
    at = Integer.BYTES + count * 2 * Integer.BYTES;
    for (int i = 0; i < count; i++) {
      Bytes name = text(number(Integer.BYTES * (1 + 2 * i)));
      Bytes value = name == null ? null : text(number(Integer.BYTES * (2 + 2 * i)));
      if (value == null) {
        return List.of();
      }
      pairs.add(new Header(name, value));
    }
    return at == raw.length() ? pairs : List.of();
  }

  private Bytes text(int length) {
    if (length < 0 || length >= raw.length() - at || raw.at(at + length) != 0) {
      return null;
    }
    Bytes text = raw.slice(at, at + length);
    at += length + 1;
    return text;
  }

  private int number(int offset) {
    return (raw.at(offset) & 0xff)
        | (raw.at(offset + 1) & 0xff) << 8
        | (raw.at(offset + 2) & 0xff) << 16
        | (raw.at(offset + 3) & 0xff) << 24;
  }
}
