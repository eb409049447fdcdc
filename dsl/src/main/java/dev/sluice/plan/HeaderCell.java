package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

/** The first value of a header of the phase's map. */
public final class HeaderCell extends Cell {
  /** Null where headers are read one by one. */
  private ReadAhead ahead;

  HeaderCell(Bytes name) {
    super(name);
  }

  void readAhead(ReadAhead other) {
    ahead = other;
  }

  @Override
  Fetched fetch(Run run) {
    if (ahead != null) {
      ahead.before(run);
    }
    return run.firstHeader(key());
  }

  @Override
  String hostcall() {
    return "proxy_get_header_map_value";
  }
}
