package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Status;

/** Numbers that hostcalls write to the result words. */
final class Numbers {
  private Numbers() {}

  /** What a hostcall with this status wrote as 32 bits. */
  static Answer word(int code) {
    return new Answer(Status.of(code), code == 0 ? LinearMemory.getInt(Arena.FIRST_RESULT) : 0);
  }

  /** What a hostcall with this status wrote as 64 bits. */
  static Answer doubleWord(int code) {
    return new Answer(Status.of(code), code == 0 ? LinearMemory.getLong(Arena.FIRST_RESULT) : 0);
  }
}
