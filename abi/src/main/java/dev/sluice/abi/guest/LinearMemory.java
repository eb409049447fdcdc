package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import org.teavm.interop.Address;

/** Raw access to the module's linear memory, the only place where numbers become addresses. */
final class LinearMemory {
  static final int PAGE = 65_536;

  private LinearMemory() {}

  /** The first address that the module's own data does not use. The compiler makes it a constant. */
  static native int base();

  /** The memory's size in bytes when the module starts. The compiler makes it a constant. */
  static native int initialSize();

  /** Asks for more pages: the number of pages before, or -1 where the host has no more. A wasm instruction. */
  static native int grow(int pages);

  static byte get(int address) {
    return Address.fromInt(address).getByte();
  }

  static int getInt(int address) {
    return Address.fromInt(address).getInt();
  }

  static long getLong(int address) {
    return Address.fromInt(address).getLong();
  }

  static byte[] read(int address, int length) {
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      out[i] = Address.fromInt(address + i).getByte();
    }
    return out;
  }

  static void write(int address, Bytes bytes) {
    for (int i = 0, n = bytes.length(); i < n; i++) {
      Address.fromInt(address + i).putByte(bytes.at(i));
    }
  }

  static void write(int address, byte[] bytes, int size) {
    for (int i = 0; i < size; i++) {
      Address.fromInt(address + i).putByte(bytes[i]);
    }
  }

  static void putInt(int address, int value) {
    Address.fromInt(address).putInt(value);
  }
}
