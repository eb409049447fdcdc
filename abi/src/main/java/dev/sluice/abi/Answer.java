package dev.sluice.abi;

/**
 * What a hostcall that hands over a number answered.
 *
 * @param status {@link Status#OK}, or why there is no number
 * @param value the number; 0 unless the status is OK
 */
public record Answer(Status status, long value) {

  /** No number, for the reason given. */
  public static Answer refused(Status status) {
    return new Answer(status, 0);
  }

  public boolean isOk() {
    return status.isOk();
  }

  /** The number as an int, for handles and sizes. */
  public int asInt() {
    return (int) value;
  }
}
