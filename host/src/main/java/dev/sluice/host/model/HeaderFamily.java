package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.List;

/** Header maps with Envoy's rules ({@code Context::getHeaderMapValue} and its neighbours). */
public final class HeaderFamily implements HeaderCalls {
  private static final String GET = "proxy_get_header_map_value";
  private static final String PAIRS = "proxy_get_header_map_pairs";
  private static final String SET_PAIRS = "proxy_set_header_map_pairs";
  private static final String SIZE = "proxy_get_header_map_size";
  private static final String ADD = "proxy_add_header_map_value";
  private static final String REPLACE = "proxy_replace_header_map_value";
  private static final String REMOVE = "proxy_remove_header_map_value";

  private final CurrentContext current;

  HeaderFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Fetched value(MapType map, Bytes name) {
    Context context = current.require(GET);
    HeaderMap fields = context.readable(map);
    Bytes value = fields == null ? null : fields.first(name);
    Status status = fields == null ? context.missingMap() : value == null ? Status.NOT_FOUND : Status.OK;
    current.called(GET, status, map, name);
    return status.isOk() ? Fetched.of(value) : Fetched.failed(status);
  }

  @Override
  public HeaderPairs pairs(MapType map) {
    return HeaderPairs.over(Fetched.of(serializedPairs(map)));
  }

  /** The map as it crosses the ABI; empty bytes for an empty map and for one that is not there. */
  public Bytes serializedPairs(MapType map) {
    HeaderMap fields = current.require(PAIRS).readable(map);
    current.called(PAIRS, Status.OK, map);
    return fields == null || fields.size() == 0 ? Bytes.EMPTY : HeaderMapCodec.encode(fields.toList());
  }

  @Override
  public Status add(MapType map, Bytes name, Bytes value) {
    Context context = current.require(ADD);
    HeaderMap fields = context.writable(map);
    Status status = fields == null ? Status.BAD_ARGUMENT : fields.add(name, value);
    return edited(context, map, status, ADD, map, name, value);
  }

  @Override
  public Status replace(MapType map, Bytes name, Bytes value) {
    Context context = current.require(REPLACE);
    HeaderMap fields = context.writable(map);
    Status status = fields == null ? Status.BAD_ARGUMENT : fields.replace(name, value);
    return edited(context, map, status, REPLACE, map, name, value);
  }

  @Override
  public Status remove(MapType map, Bytes name) {
    Context context = current.require(REMOVE);
    HeaderMap fields = context.writable(map);
    Status status = fields == null ? Status.BAD_ARGUMENT : Status.OK;
    if (fields != null) {
      fields.remove(name);
    }
    return edited(context, map, status, REMOVE, map, name);
  }

  /** {@inheritDoc} Pairs that do not decode count as none, as in Envoy, and leave an empty map. */
  @Override
  public Status setPairs(MapType map, Bytes pairs) {
    Context context = current.require(SET_PAIRS);
    HeaderMap fields = context.writable(map);
    List<Header> decoded = decode(pairs);
    Status status = fields == null ? Status.BAD_ARGUMENT : fields.replaceAll(decoded);
    return edited(context, map, status, SET_PAIRS, map, decoded);
  }

  /** An edit of request headers has the route chosen anew, for plugins of ABI 0.2.1 ({@code onHeadersModified}). */
  private Status edited(Context context, MapType map, Status status, String call, Object... arguments) {
    current.called(call, status, arguments);
    if (status.isOk() && map == MapType.REQUEST_HEADERS) {
      context.clearRouteCache();
    }
    return status;
  }

  @Override
  public Answer size(MapType map) {
    HeaderMap fields = current.require(SIZE).writable(map);
    Status status = fields == null ? Status.BAD_ARGUMENT : Status.OK;
    current.called(SIZE, status, map);
    return fields == null ? Answer.refused(status) : new Answer(status, fields.byteSize());
  }

  /** The pairs as a guest has serialized them; none where they do not decode, see {@link GuestPairs}. */
  static List<Header> decode(Bytes pairs) {
    return GuestPairs.decode(pairs);
  }
}
