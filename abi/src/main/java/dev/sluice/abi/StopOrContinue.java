package dev.sluice.abi;

import io.vavr.control.Option;

/** What a plugin answers to a trailers callback, a new connection or data of a connection. */
public enum StopOrContinue {
  CONTINUE(0),
  STOP_ITERATION(1);

  private static final StopOrContinue[] VALUES = values();

  private final int code;

  StopOrContinue(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<StopOrContinue> fromCode(int code) {
    for (StopOrContinue value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
