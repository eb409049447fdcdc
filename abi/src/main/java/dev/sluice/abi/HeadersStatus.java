package dev.sluice.abi;

import io.vavr.control.Option;

/** What a plugin answers to a headers callback (Envoy's {@code FilterHeadersStatus}). */
public enum HeadersStatus {
  CONTINUE(0),
  STOP_ITERATION(1),
  CONTINUE_AND_END_STREAM(2),
  STOP_ALL_ITERATION_AND_BUFFER(3),
  STOP_ALL_ITERATION_AND_WATERMARK(4);

  private static final HeadersStatus[] VALUES = values();

  private final int code;

  HeadersStatus(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<HeadersStatus> fromCode(int code) {
    for (HeadersStatus value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
