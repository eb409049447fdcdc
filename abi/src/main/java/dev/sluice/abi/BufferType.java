package dev.sluice.abi;

import io.vavr.control.Option;

/** A buffer of the current context ({@code proxy_buffer_type_t}). */
public enum BufferType {
  HTTP_REQUEST_BODY(0),
  HTTP_RESPONSE_BODY(1),
  DOWNSTREAM_DATA(2),
  UPSTREAM_DATA(3),
  HTTP_CALL_RESPONSE_BODY(4),
  GRPC_RECEIVE_BUFFER(5),
  VM_CONFIGURATION(6),
  PLUGIN_CONFIGURATION(7),
  CALL_DATA(8);

  private static final BufferType[] VALUES = values();

  private final int code;

  BufferType(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<BufferType> fromCode(int code) {
    for (BufferType value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
