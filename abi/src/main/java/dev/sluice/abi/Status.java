package dev.sluice.abi;

/**
 * What a host answers to a hostcall (Proxy-Wasm 0.2.1, {@code proxy_status_t}). Every answer is a value that the
 * caller looks at; none becomes an exception.
 */
public enum Status {
  OK(0),
  NOT_FOUND(1),
  BAD_ARGUMENT(2),
  SERIALIZATION_FAILURE(3),
  PARSE_FAILURE(4),
  BAD_EXPRESSION(5),
  INVALID_MEMORY_ACCESS(6),
  EMPTY(7),
  CAS_MISMATCH(8),
  RESULT_MISMATCH(9),
  INTERNAL_FAILURE(10),
  BROKEN_CONNECTION(11),
  UNIMPLEMENTED(12),
  /** A code that the ABI does not define. */
  UNKNOWN(-1);

  private static final Status[] BY_CODE = values();

  private final int code;

  Status(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public boolean isOk() {
    return this == OK;
  }

  /** The status with this code; {@link #UNKNOWN} for one that the ABI does not define. */
  public static Status of(int code) {
    return code >= 0 && code < BY_CODE.length - 1 ? BY_CODE[code] : UNKNOWN;
  }
}
