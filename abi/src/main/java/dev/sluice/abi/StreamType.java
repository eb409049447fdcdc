package dev.sluice.abi;

import io.vavr.control.Option;

/** A direction that can be continued or closed ({@code proxy_stream_type_t}). */
public enum StreamType {
  HTTP_REQUEST(0),
  HTTP_RESPONSE(1),
  DOWNSTREAM(2),
  UPSTREAM(3);

  private static final StreamType[] VALUES = values();

  private final int code;

  StreamType(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<StreamType> fromCode(int code) {
    for (StreamType value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
