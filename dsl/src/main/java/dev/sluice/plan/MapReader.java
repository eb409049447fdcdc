package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;

/** Reads the first value of a header of a map that is not the phase's own, anew each time. */
final class MapReader extends Reader {
  private final MapType map;
  private final Bytes name;

  MapReader(MapType map, Bytes name) {
    this.map = map;
    this.name = name;
  }

  @Override
  public Bytes read(Run run) {
    return read(run.host(), map, name);
  }

  static Bytes read(Hostcalls host, MapType map, Bytes name) {
    Fetched found = host.headers().value(map, name);
    if (found.isOk()) {
      return found.bytes();
    }
    // A stream that ended before its response has no such map: BAD_ARGUMENT.
    if (found.status() == Status.NOT_FOUND || found.status() == Status.BAD_ARGUMENT) {
      return null;
    }
    throw new HostRefusal("proxy_get_header_map_value", found.status());
  }
}
