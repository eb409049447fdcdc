package dev.sluice.plan;

/** How a run holds its stream. Made at its first hold, and not final, for the reason given at {@link Account}. */
class RunHold {
  private int at = Op.STOP;
  private boolean parked;
  private boolean late;
  private Driver.Alarm alarm;

  /** Holds at this op. */
  void at(int op) {
    at = op;
  }

  boolean isAt(int op) {
    return at == op;
  }

  /** Goes on: nothing is held until the next op does. */
  void over() {
    at = Op.STOP;
    late = false;
    calm();
  }

  void park() {
    parked = true;
  }

  void unpark() {
    parked = false;
    calm();
  }

  boolean isParked() {
    return parked;
  }

  void late() {
    late = true;
  }

  boolean isLate() {
    return late;
  }

  void alarm(Driver.Alarm limit) {
    alarm = limit;
  }

  void calm() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }
}
