package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostTrait;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of one HTTP stream (Envoy, "Attributes"): request and response, what the proxy knows of connection and
 * route, and the state that plugins set. Values are serialized as Envoy does it, and absent where Envoy has none.
 */
final class StreamAttributes {
  private static final Set<String> FAMILIES =
      Set.of("request", "response", "connection", "upstream", "source", "destination", "xds", "filter_state");
  private static final Set<String> LEGACY = Set.of("node", "cluster_name", "cluster_metadata", "route_name",
      "route_metadata", "upstream_host_metadata", "listener_direction", "listener_metadata");
  /** What plugins set is kept under this name ({@code CelStateKeyPrefix} in {@code wasm/context.cc}). */
  private static final String STATE = "wasm.";

  private final HttpStream stream;
  private final StreamProgress progress;
  private final MessageAttributes messages;
  private final GivenAttributes given;
  private final Map<Bytes, Bytes> overrides;
  private final HostProfile profile;
  private final PluginState state = new PluginState();

  /** @param given attributes by path, segments joined with NUL; they come before those from headers */
  StreamAttributes(HttpStream stream, StreamProgress progress, Map<Bytes, Bytes> given, HostProfile profile) {
    this.stream = stream;
    this.progress = progress;
    this.messages = new MessageAttributes(progress);
    this.given = new GivenAttributes(given);
    this.overrides = given;
    this.profile = profile;
  }

  /** The attribute of this path as this plugin can read it now, in the form that the host has. */
  Fetched find(StreamContext reader, Bytes path) {
    if (!profile.has(HostTrait.TEXT_PROPERTIES)) {
      return typed(reader, path);
    }
    return TextProperties.has(path)
        ? TextProperties.of(path, typed(reader, path))
        : Fetched.failed(Status.NOT_FOUND);
  }

  private Fetched typed(StreamContext reader, Bytes path) {
    String[] parts = path.latin1().split("\0", -1);
    if (path.isEmpty() || parts.length == 1 && FAMILIES.contains(parts[0])) {
      return Fetched.failed(Status.SERIALIZATION_FAILURE);
    }
    if (profile.has(HostTrait.LEGACY_ATTRIBUTES) && LEGACY.contains(parts[0])) {
      return typed(reader, Bytes.latin1("xds\0" + path.latin1()));
    }
    return switch (parts[0]) {
      case "request", "response" -> GivenAttributes.fetched(message(reader, path, parts));
      case "upstream" -> upstream(path, parts[1]);
      case "xds" -> parts[1].startsWith("upstream_") && !progress.upstreamReached()
          ? Fetched.failed(Status.NOT_FOUND)
          : proxyOrGiven(path);
      case "connection", "connection_id", "source", "destination", "metadata" -> given.find(path);
      case "filter_state" -> GivenAttributes.fetched(parts.length == 2 ? filterState(parts[1]) : null);
      default -> parts.length == 1 && state.get(parts[0]) != null
          ? Fetched.of(state.get(parts[0]))
          : given.find(path);
    };
  }

  private Bytes filterState(String key) {
    return key.startsWith(STATE) ? state.get(key.substring(STATE.length())) : state.object(key);
  }

  private Bytes message(StreamContext reader, Bytes path, String[] parts) {
    Bytes known = overrides.get(path);
    if (known != null) {
      return known;
    }
    boolean request = parts[0].equals("request");
    HeaderMap headers = reader.readable(request ? MapType.REQUEST_HEADERS : MapType.RESPONSE_HEADERS);
    HeaderMap trailers = request ? null : reader.readable(MapType.RESPONSE_TRAILERS);
    if (parts.length == 2) {
      return request
          ? messages.request(parts[1], headers, stream.isEnded())
          : messages.response(parts[1], headers, trailers);
    }
    return switch (parts.length == 3 ? parts[1] : "") {
      case "headers" -> AttributeBytes.joined(headers, Bytes.latin1(parts[2]));
      case "trailers" -> AttributeBytes.joined(trailers, Bytes.latin1(parts[2]));
      default -> null;
    };
  }

  private Fetched upstream(Bytes path, String name) {
    return switch (name) {
      case "num_endpoints" -> given.find(path);
      case "request_attempt_count" -> Fetched.of(AttributeBytes.of(progress.upstreamReached() ? 1 : 0));
      case "local_address" -> progress.hasResponse() && progress.upstreamReached()
          ? given.find(path)
          : Fetched.failed(Status.NOT_FOUND);
      case "cx_pool_ready_duration" -> progress.hasResponse() && progress.upstreamReached()
          ? Fetched.of(AttributeBytes.of(0))
          : Fetched.failed(Status.NOT_FOUND);
      default -> progress.upstreamReached() ? given.find(path) : Fetched.failed(Status.NOT_FOUND);
    };
  }

  private Fetched proxyOrGiven(Bytes path) {
    Fetched found = given.find(path);
    return found.isOk() || found.status() != Status.NOT_FOUND ? found : GivenAttributes.ofProxy(path);
  }

  /** What plugins have set. */
  PluginState state() {
    return state;
  }
}
