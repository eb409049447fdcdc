package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

/** The first value of a header of the phase's map. */
public final class HeaderCell extends Cell {
  HeaderCell(Bytes name) {
    super(name);
  }

  @Override
  Fetched fetch(Run run) {
    return run.firstHeader(key());
  }

  @Override
  String hostcall() {
    return "proxy_get_header_map_value";
  }
}
