package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

/** An attribute of the stream. */
final class PropertyCell extends Cell {
  private final Bytes path;

  PropertyCell(Bytes path) {
    this.path = path;
  }

  Bytes path() {
    return path;
  }

  @Override
  Fetched fetch(Run run) {
    return run.host().properties().get(path);
  }

  @Override
  String hostcall() {
    return "proxy_get_property";
  }
}
