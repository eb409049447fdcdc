package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import java.util.function.IntUnaryOperator;
import run.endive.runtime.Memory;

/** A guest's linear memory. Every access is checked: pointers and lengths come from the guest. */
final class GuestMemory {
  private final Memory memory;
  private final IntUnaryOperator allocate;
  private final Handover handover;

  /** @param allocate the guest's allocator: size to address, 0 for none */
  GuestMemory(Memory memory, IntUnaryOperator allocate, Handover handover) {
    this.memory = memory;
    this.allocate = allocate;
    this.handover = handover;
  }

  boolean holds(int address, int size) {
    return Integer.toUnsignedLong(address) + Integer.toUnsignedLong(size) <= (long) memory.pages() * Memory.PAGE_SIZE;
  }

  /** A copy of these bytes, null where they lie outside. */
  Bytes read(int address, int size) {
    if (!holds(address, size)) {
      return null;
    }
    handover.take(size);
    return size == 0 ? Bytes.EMPTY : Bytes.wrap(memory.readBytes(address, size));
  }

  /** The little-endian number at an address that {@link #holds} four bytes. */
  int readInt(int address) {
    return memory.readInt(address);
  }

  boolean writeInt(int address, int value) {
    if (!holds(address, Integer.BYTES)) {
      return false;
    }
    memory.writeI32(address, value);
    return true;
  }

  boolean writeShort(int address, int value) {
    if (!holds(address, Short.BYTES)) {
      return false;
    }
    memory.writeShort(address, (short) value);
    return true;
  }

  boolean writeLong(int address, long value) {
    if (!holds(address, Long.BYTES)) {
      return false;
    }
    memory.writeLong(address, value);
    return true;
  }

  boolean write(int address, byte[] bytes) {
    if (!holds(address, bytes.length)) {
      return false;
    }
    memory.write(address, bytes);
    return true;
  }

  /**
   * Copies bytes into memory that the guest allocates and tells it address and size at the two places given; for no
   * bytes both are 0 and nothing is allocated.
   */
  Status handOver(Bytes bytes, int addressAt, int sizeAt) {
    if (!holds(addressAt, Integer.BYTES) || !holds(sizeAt, Integer.BYTES)) {
      return Status.INVALID_MEMORY_ACCESS;
    }
    int address = 0;
    if (!bytes.isEmpty()) {
      address = allocate.applyAsInt(bytes.length());
      if (address == 0 || !write(address, bytes.toArray())) {
        return Status.INVALID_MEMORY_ACCESS;
      }
    }
    memory.writeI32(addressAt, address);
    memory.writeI32(sizeAt, bytes.length());
    return Status.OK;
  }
}
