package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/** Bytes that the host has put into the arena, read in place. */
final class ArenaBytes extends Fetched {
  private final Status status;
  private final int address;
  private final int length;

  private ArenaBytes(Status status, int address, int length) {
    this.status = status;
    this.address = address;
    this.length = length;
  }

  /** What a hostcall with this status wrote to the two result words; an address that cannot be is a status too. */
  static ArenaBytes result(int code) {
    Status status = Status.of(code);
    if (code != 0) {
      return new ArenaBytes(status, 0, 0);
    }
    int address = LinearMemory.getInt(Arena.FIRST_RESULT);
    int length = LinearMemory.getInt(Arena.SECOND_RESULT);
    if (length != 0 && !Arena.holds(address, length)) {
      return new ArenaBytes(Status.INVALID_MEMORY_ACCESS, 0, 0);
    }
    return new ArenaBytes(status, address, length);
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public byte at(int index) {
    return LinearMemory.get(address + index);
  }

  @Override
  public Bytes bytes() {
    return length == 0 ? Bytes.EMPTY : Bytes.wrap(LinearMemory.read(address, length));
  }

  @Override
  public Bytes bytes(int from, int to) {
    return from == to ? Bytes.EMPTY : Bytes.wrap(LinearMemory.read(address + from, to - from));
  }
}
