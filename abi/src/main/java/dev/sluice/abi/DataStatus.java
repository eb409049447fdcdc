package dev.sluice.abi;

import io.vavr.control.Option;

/** What a plugin answers to a body callback (Envoy's {@code FilterDataStatus}). */
public enum DataStatus {
  CONTINUE(0),
  /** Keep what came so far; the next callback speaks of all of it. Over the host's limit: 413 or 500. */
  STOP_ITERATION_AND_BUFFER(1),
  /** Like the one before, but the sender is slowed down instead of an error over the limit. */
  STOP_ITERATION_AND_WATERMARK(2),
  /** Nobody keeps the data: the plugin has copied it, or drops it. */
  STOP_ITERATION_NO_BUFFER(3);

  private static final DataStatus[] VALUES = values();

  private final int code;

  DataStatus(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<DataStatus> fromCode(int code) {
    for (DataStatus value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
