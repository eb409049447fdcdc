package dev.sluice.abi;

import io.vavr.control.Option;

/** A header map of the current context ({@code proxy_map_type_t}). */
public enum MapType {
  REQUEST_HEADERS(0),
  REQUEST_TRAILERS(1),
  RESPONSE_HEADERS(2),
  RESPONSE_TRAILERS(3),
  GRPC_RECEIVE_INITIAL_METADATA(4),
  GRPC_RECEIVE_TRAILING_METADATA(5),
  HTTP_CALL_RESPONSE_HEADERS(6),
  HTTP_CALL_RESPONSE_TRAILERS(7);

  private static final MapType[] VALUES = values();

  private final int code;

  MapType(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<MapType> fromCode(int code) {
    for (MapType value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
