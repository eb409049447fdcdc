package dev.sluice.host.model;

import dev.sluice.abi.Status;
import java.util.ArrayList;
import java.util.List;

/** The hostcalls made in one context or stream: always their number, each of them only when tracing is on. */
final class HostcallTrace {
  private final List<HostcallRecord> records;
  private int count;
  private long nanos;

  HostcallTrace(boolean detailed) {
    records = detailed ? new ArrayList<>() : null;
  }

  void called(String name, Status status, Object... arguments) {
    count++;
    if (records != null) {
      records.add(HostcallRecord.of(name, status, arguments));
    }
  }

  /** Adds time that a callback took. */
  void spent(long callbackNanos) {
    nanos += callbackNanos;
  }

  long nanos() {
    return nanos;
  }

  int count() {
    return count;
  }

  List<HostcallRecord> records() {
    return records == null ? List.of() : List.copyOf(records);
  }
}
