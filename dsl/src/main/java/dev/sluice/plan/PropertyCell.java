package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

/** An attribute of the stream. */
final class PropertyCell extends Cell {
  PropertyCell(Bytes path) {
    super(path);
  }

  @Override
  Fetched fetch(Run run) {
    return run.host().properties().get(key());
  }

  @Override
  String hostcall() {
    return "proxy_get_property";
  }
}
