package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import java.util.List;

/** Header maps. */
final class HeaderLinks {
  private static final String GET = "proxy_get_header_map_value";
  private static final String PAIRS = "proxy_get_header_map_pairs";
  private static final String ADD = "proxy_add_header_map_value";
  private static final String REPLACE = "proxy_replace_header_map_value";
  private static final String SET_PAIRS = "proxy_set_header_map_pairs";
  private static final String SIZE = "proxy_get_header_map_size";
  private static final String REMOVE = "proxy_remove_header_map_value";

  private HeaderLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(GET, "(iiiii)i", HeaderLinks::get),
        Link.proxy(PAIRS, "(iii)i", HeaderLinks::pairs),
        Link.proxy(ADD, "(iiiii)i", (guest, in) -> change(ADD, guest, in, HeaderCalls::add)),
        Link.proxy(REPLACE, "(iiiii)i", (guest, in) -> change(REPLACE, guest, in, HeaderCalls::replace)),
        Link.proxy(SET_PAIRS, "(iii)i", HeaderLinks::setPairs),
        Link.proxy(SIZE, "(ii)i", HeaderLinks::size),
        Link.proxy(REMOVE, "(iii)i", HeaderLinks::remove));
  }

  private static int get(GuestCalls guest, Link.Arguments in) {
    MapType map = map(in);
    if (map == null) {
      return guest.badArgument(GET);
    }
    Bytes name = guest.memory().read(in.i32(1), in.i32(2));
    if (name == null) {
      return guest.invalidMemory(GET);
    }
    return guest.handOver(guest.calls().headers().value(map, name), in.i32(3), in.i32(4));
  }

  private static int pairs(GuestCalls guest, Link.Arguments in) {
    MapType map = map(in);
    if (map == null) {
      return guest.badArgument(PAIRS);
    }
    return guest.handOver(Fetched.of(guest.calls().headers().serializedPairs(map)), in.i32(1), in.i32(2));
  }

  private static int change(String call, GuestCalls guest, Link.Arguments in, Change change) {
    MapType map = map(in);
    if (map == null) {
      return guest.badArgument(call);
    }
    Bytes name = guest.memory().read(in.i32(1), in.i32(2));
    Bytes value = guest.memory().read(in.i32(3), in.i32(4));
    if (name == null || value == null) {
      return guest.invalidMemory(call);
    }
    return change.apply(guest.calls().headers(), map, name, value).code();
  }

  private static int setPairs(GuestCalls guest, Link.Arguments in) {
    MapType map = map(in);
    if (map == null) {
      return guest.badArgument(SET_PAIRS);
    }
    Bytes pairs = guest.memory().read(in.i32(1), in.i32(2));
    return pairs == null ? guest.invalidMemory(SET_PAIRS) : guest.calls().headers().setPairs(map, pairs).code();
  }

  private static int size(GuestCalls guest, Link.Arguments in) {
    MapType map = map(in);
    return map == null ? guest.badArgument(SIZE) : guest.handOverInt(guest.calls().headers().size(map), in.i32(1));
  }

  private static int remove(GuestCalls guest, Link.Arguments in) {
    MapType map = map(in);
    if (map == null) {
      return guest.badArgument(REMOVE);
    }
    Bytes name = guest.memory().read(in.i32(1), in.i32(2));
    return name == null ? guest.invalidMemory(REMOVE) : guest.calls().headers().remove(map, name).code();
  }

  private static MapType map(Link.Arguments in) {
    return MapType.fromCode(in.i32(0)).getOrNull();
  }

  private interface Change {
    Status apply(HeaderCalls headers, MapType map, Bytes name, Bytes value);
  }
}
