package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.codec.PropertyPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Attributes that do not follow from the messages of a stream: what the proxy's owner has given, by path with NUL
 * between the segments, and what Envoy has for a plain connection and a configuration that says no more. A map in
 * metadata is made from what lies below its path. Messages as a whole are not modelled unless they are empty: they answer
 * UNIMPLEMENTED.
 */
final class GivenAttributes {
  private static final String METADATA = "\0filter_metadata";
  private static final Set<String> MESSAGES = Set.of("metadata", "xds\0cluster_metadata", "xds\0route_metadata",
      "xds\0virtual_host_metadata", "xds\0listener_metadata");
  private static final Set<String> HOST_MESSAGES =
      Set.of("xds\0upstream_host_metadata", "xds\0upstream_host_locality_metadata");
  private static final Bytes CONNECTION_ID = PropertyPath.of("connection", "id");
  private static final Map<Bytes, Bytes> PLAIN = new HashMap<>();

  static {
    PLAIN.put(CONNECTION_ID, AttributeBytes.of(1));
    PLAIN.put(PropertyPath.of("connection", "mtls"), AttributeBytes.of(false));
    PLAIN.put(PropertyPath.of("xds", "listener_direction"), AttributeBytes.of(0));
    PLAIN.put(PropertyPath.of("upstream", "num_endpoints"), AttributeBytes.of(1));
    for (String text : new String[] {"connection\0requested_server_name", "xds\0route_name",
        "xds\0filter_chain_name", "xds\0node\0id", "xds\0node\0cluster", "upstream\0transport_failure_reason",
        "upstream\0locality\0region", "upstream\0locality\0zone", "upstream\0locality\0sub_zone"}) {
      PLAIN.put(PropertyPath.of(text), Bytes.EMPTY);
    }
  }

  private final Map<Bytes, Bytes> given;

  GivenAttributes(Map<Bytes, Bytes> given) {
    this.given = given;
  }

  /** What the proxy itself is, also where there is no stream. */
  static Fetched ofProxy(Bytes path) {
    String text = path.latin1();
    if (text.isEmpty() || text.equals("xds")) {
      return Fetched.failed(Status.SERIALIZATION_FAILURE);
    }
    if (!text.startsWith("xds\0node")) {
      return Fetched.failed(Status.NOT_FOUND);
    }
    return text.equals("xds\0node") ? Fetched.failed(Status.UNIMPLEMENTED) : fetched(PLAIN.get(path));
  }

  /** The attribute; {@link Status#NOT_FOUND} where nothing is known of it here. */
  Fetched find(Bytes path) {
    Bytes exact = given.get(path);
    if (exact != null) {
      return Fetched.of(exact);
    }
    String text = path.latin1();
    if (text.equals("connection_id")) {
      return find(CONNECTION_ID);
    }
    if (HOST_MESSAGES.contains(text)) {
      return Fetched.failed(Status.SERIALIZATION_FAILURE);
    }
    Bytes map = below(path);
    if (MESSAGES.contains(text) || text.equals("upstream\0locality")) {
      return map == null ? Fetched.of(Bytes.EMPTY) : Fetched.failed(Status.UNIMPLEMENTED);
    }
    if (map == null && text.endsWith(METADATA)
        && MESSAGES.contains(text.substring(0, text.length() - METADATA.length()))) {
      return Fetched.of(AttributeBytes.EMPTY_MAP);
    }
    return map == null ? fetched(PLAIN.get(path)) : Fetched.of(map);
  }

  /** The map of what has been given below a path; null where nothing has. */
  private Bytes below(Bytes path) {
    Bytes prefix = Bytes.latin1(path.latin1() + '\0');
    Map<Bytes, Bytes> entries = new LinkedHashMap<>();
    for (Bytes each : given.keySet()) {
      if (each.startsWith(prefix)) {
        int cut = each.indexOf(0, prefix.length());
        Bytes child = each.slice(0, cut < 0 ? each.length() : cut);
        entries.put(child.slice(prefix.length(), child.length()), cut < 0 ? given.get(each) : below(child));
      }
    }
    return entries.isEmpty() ? null : AttributeBytes.map(entries);
  }

  static Fetched fetched(Bytes value) {
    return value == null ? Fetched.failed(Status.NOT_FOUND) : Fetched.of(value);
  }
}
