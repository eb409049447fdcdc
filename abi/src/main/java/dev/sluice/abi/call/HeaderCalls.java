package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.codec.HeaderPairs;

/**
 * Header maps of the current context. A map that is not there in the current phase answers
 * {@link Status#BAD_ARGUMENT}, but {@link #pairs} then answers OK with no pairs.
 */
public interface HeaderCalls {

  /** The first value of a header ({@code proxy_get_header_map_value}); {@link Status#NOT_FOUND} where absent. */
  Fetched value(MapType map, Bytes name);

  /** The whole map ({@code proxy_get_header_map_pairs}). */
  HeaderPairs pairs(MapType map);

  /** Adds one more value ({@code proxy_add_header_map_value}). */
  Status add(MapType map, Bytes name, Bytes value);

  /** Puts this value in the place of all there are ({@code proxy_replace_header_map_value}). */
  Status replace(MapType map, Bytes name, Bytes value);

  /** Takes out all values of a header ({@code proxy_remove_header_map_value}). */
  Status remove(MapType map, Bytes name);

  /**
   * Puts these pairs in the place of the whole map ({@code proxy_set_header_map_pairs}). Pseudo-headers that are not
   * among them are gone: read the map, change it, write it.
   *
   * @param pairs serialized, see {@link dev.sluice.abi.codec.HeaderMapCodec}
   */
  default Status setPairs(MapType map, Bytes pairs) {
    return Status.UNIMPLEMENTED;
  }

  /** The size of a map in bytes, not its number of pairs ({@code proxy_get_header_map_size}). */
  default Answer size(MapType map) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }
}
