package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

/** The first value of a header of the phase's map. */
public final class HeaderCell extends Cell {
  private final Bytes name;

  HeaderCell(Bytes name) {
    this.name = name;
  }

  public Bytes name() {
    return name;
  }

  @Override
  Fetched fetch(Run run) {
    return run.firstHeader(name);
  }

  @Override
  String hostcall() {
    return "proxy_get_header_map_value";
  }
}
