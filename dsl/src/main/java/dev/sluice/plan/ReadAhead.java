package dev.sluice.plan;

/**
 * Has the whole header map read with one hostcall, where a program asks for so many headers that they would cost more
 * one by one. Made by words that ask something of texts, and not final, for the reason given at {@link Account}.
 */
class ReadAhead {
  private static final int MANY = 4;
  private static final int NOT_COUNTED = -1;

  private final Cells headers;
  private int asked = NOT_COUNTED;

  ReadAhead(Cells headers) {
    this.headers = headers;
  }

  /** A header is going to be read. */
  void before(Run run) {
    if (asked == NOT_COUNTED) {
      asked = headers.read();
    }
    if (asked >= MANY) {
      run.readAhead();
    }
  }
}
