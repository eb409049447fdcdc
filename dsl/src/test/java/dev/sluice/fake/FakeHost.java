package dev.sluice.fake;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.BufferCalls;
import dev.sluice.abi.call.FlowCalls;
import dev.sluice.abi.call.ForeignCalls;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.LogCalls;
import dev.sluice.abi.call.MetricCalls;
import dev.sluice.abi.call.PropertyCalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.call.SharedDataCalls;
import dev.sluice.abi.call.SharedQueueCalls;
import dev.sluice.abi.call.TimeCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A host of header maps and a notebook: answers like Envoy and writes down every call. */
public final class FakeHost implements Hostcalls, HeaderCalls, ReplyCalls {
  /** What was answered in the upstream's place. */
  public record Sent(int status, String details, String body, List<Header> headers) {}

  private final Map<MapType, List<Header>> maps = new HashMap<>();
  private final Map<Bytes, Bytes> properties = new HashMap<>();
  private final Map<String, Status> refused = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Integer> grpcStatuses = new ArrayList<>();
  private Bytes configuration = Bytes.EMPTY;
  private long time;
  private BiFunction<String, Bytes, Bytes> foreign = (function, arguments) -> null;
  private Runnable duringReply = () -> {};

  /** A host with the request GET http://example.test and this target. */
  public static FakeHost get(String target) {
    FakeHost host = new FakeHost();
    host.map(MapType.REQUEST_HEADERS).add(Header.of(":method", "GET"));
    host.map(MapType.REQUEST_HEADERS).add(Header.of(":scheme", "http"));
    host.map(MapType.REQUEST_HEADERS).add(Header.of(":authority", "example.test"));
    host.map(MapType.REQUEST_HEADERS).add(Header.of(":path", target));
    host.map(MapType.RESPONSE_HEADERS).add(Header.of(":status", "200"));
    return host;
  }

  public FakeHost request(String name, String value) {
    map(MapType.REQUEST_HEADERS).add(Header.of(name, value));
    return this;
  }

  public FakeHost request(String name, Bytes value) {
    map(MapType.REQUEST_HEADERS).add(new Header(Bytes.utf8(name), value));
    return this;
  }

  public FakeHost response(String name, String value) {
    map(MapType.RESPONSE_HEADERS).add(Header.of(name, value));
    return this;
  }

  public FakeHost status(String status) {
    replace(MapType.RESPONSE_HEADERS, Bytes.utf8(":status"), Bytes.utf8(status));
    calls.clear();
    return this;
  }

  public FakeHost property(Bytes path, String value) {
    properties.put(path, Bytes.utf8(value));
    return this;
  }

  public FakeHost property(Bytes path, Bytes value) {
    properties.put(path, value);
    return this;
  }

  /** The host's time from now on. */
  public FakeHost time(long nanos) {
    time = nanos;
    return this;
  }

  public FakeHost configuration(String text) {
    configuration = Bytes.utf8(text);
    return this;
  }

  /** From now on the host answers this to a hostcall, named as in the ABI. */
  public FakeHost refuse(String hostcall, Status status) {
    refused.put(hostcall, status);
    return this;
  }

  /** What the host does while a reply is being sent: some hosts make callbacks there. */
  public FakeHost duringReply(Runnable action) {
    duringReply = action;
    return this;
  }

  /** All calls so far, as {@code proxy_get_header_map_value x-user-id}. */
  public List<String> calls() {
    return calls;
  }

  /** All calls so far, names only. */
  public List<String> hostcalls() {
    return calls.stream().map(call -> call.split(" ")[0]).toList();
  }

  /** Lines of the log, as {@code ERROR text}. */
  public List<String> lines() {
    return lines;
  }

  public List<Sent> sent() {
    return sent;
  }

  /** The gRPC statuses of the replies that were sent, -1 for none. */
  public List<Integer> grpcStatuses() {
    return grpcStatuses;
  }

  /** Status of the one reply that was sent, 0 where none was. */
  public int answered() {
    if (sent.size() > 1) {
      throw new AssertionError("more than one reply: " + sent);
    }
    return sent.isEmpty() ? 0 : sent.get(0).status();
  }

  /** All values of a header of the request. */
  public List<String> requestHeader(String name) {
    return values(MapType.REQUEST_HEADERS, name);
  }

  /** All values of a header of the response. */
  public List<String> responseHeader(String name) {
    return values(MapType.RESPONSE_HEADERS, name);
  }

  /** The whole map as {@code name: value} lines. */
  public List<String> all(MapType map) {
    return map(map).stream().map(header -> header.name().utf8() + ": " + header.value().utf8()).toList();
  }

  private List<String> values(MapType map, String name) {
    return map(map).stream()
        .filter(header -> header.name().utf8().equals(name))
        .map(header -> header.value().utf8())
        .toList();
  }

  private List<Header> map(MapType map) {
    return maps.computeIfAbsent(map, key -> new ArrayList<>());
  }

  private Status note(String hostcall, Object detail) {
    calls.add(hostcall + " " + detail);
    return refused.getOrDefault(hostcall, Status.OK);
  }

  @Override
  public Fetched value(MapType map, Bytes name) {
    Status status = note("proxy_get_header_map_value", name);
    if (!status.isOk()) {
      return Fetched.failed(status);
    }
    for (Header header : map(map)) {
      if (header.name().equalsIgnoreCase(name)) {
        return Fetched.of(header.value());
      }
    }
    return Fetched.failed(Status.NOT_FOUND);
  }

  @Override
  public HeaderPairs pairs(MapType map) {
    Status status = note("proxy_get_header_map_pairs", map);
    return HeaderPairs.over(status.isOk() ? Fetched.of(HeaderMapCodec.encode(map(map))) : Fetched.failed(status));
  }

  @Override
  public Status add(MapType map, Bytes name, Bytes value) {
    Status status = note("proxy_add_header_map_value", name);
    if (status.isOk()) {
      map(map).add(new Header(name, value));
    }
    return status;
  }

  @Override
  public Status replace(MapType map, Bytes name, Bytes value) {
    Status status = note("proxy_replace_header_map_value", name);
    if (status.isOk()) {
      map(map).removeIf(header -> header.name().equalsIgnoreCase(name));
      map(map).add(new Header(name, value));
    }
    return status;
  }

  @Override
  public Status remove(MapType map, Bytes name) {
    Status status = note("proxy_remove_header_map_value", name);
    if (status.isOk()) {
      map(map).removeIf(header -> header.name().equalsIgnoreCase(name));
    }
    return status;
  }

  @Override
  public Status setPairs(MapType map, Bytes pairs) {
    Status status = note("proxy_set_header_map_pairs", map);
    if (status.isOk()) {
      map(map).clear();
      HeaderPairs.over(Fetched.of(pairs)).forEach((name, value) -> map(map).add(new Header(name, value)));
    }
    return status;
  }

  @Override
  public Status send(int httpStatus, Bytes details, Bytes body, Bytes headers, int grpcStatus) {
    Status status = note("proxy_send_local_response", httpStatus);
    if (status.isOk()) {
      List<Header> decoded = new ArrayList<>();
      HeaderPairs.over(Fetched.of(headers)).forEach((name, value) -> decoded.add(new Header(name, value)));
      grpcStatuses.add(grpcStatus);
      sent.add(new Sent(httpStatus, details.utf8(), body.utf8(), decoded));
      duringReply.run();
    }
    return status;
  }

  @Override
  public HeaderCalls headers() {
    return this;
  }

  @Override
  public ReplyCalls replies() {
    return this;
  }

  private Bytes body = Bytes.EMPTY;

  /** The body that is held. */
  public Bytes body() {
    return body;
  }

  public FakeHost body(Bytes bytes) {
    body = bytes;
    return this;
  }

  @Override
  public BufferCalls buffers() {
    return new BufferCalls() {
      @Override
      public Fetched get(BufferType buffer, int start, int maxSize) {
        Status status = note("proxy_get_buffer_bytes", buffer);
        Bytes from = buffer == BufferType.PLUGIN_CONFIGURATION ? configuration : body;
        return status.isOk()
            ? Fetched.of(from.slice(start, Math.min(from.length(), start + maxSize)))
            : Fetched.failed(status);
      }

      @Override
      public Status set(BufferType buffer, int start, int length, Bytes bytes) {
        Status status = note("proxy_set_buffer_bytes", buffer);
        if (status.isOk()) {
          body = bytes;
        }
        return status;
      }
    };
  }

  @Override
  public PropertyCalls properties() {
    return new PropertyCalls() {
      @Override
      public Fetched get(Bytes path) {
        Status status = note("proxy_get_property", path.latin1().replace('\0', '.'));
        if (!status.isOk()) {
          return Fetched.failed(status);
        }
        Bytes value = properties.get(path);
        return value == null ? Fetched.failed(Status.NOT_FOUND) : Fetched.of(value);
      }

      @Override
      public Status set(Bytes path, Bytes value) {
        Status status = note("proxy_set_property", path.latin1().replace('\0', '.'));
        if (status.isOk()) {
          properties.put(path, value);
        }
        return status;
      }
    };
  }

  /** What the host's foreign functions give, by name and arguments; null where it refuses. */
  public FakeHost foreign(BiFunction<String, Bytes, Bytes> functions) {
    foreign = functions;
    return this;
  }

  @Override
  public ForeignCalls foreign() {
    return new ForeignCalls() {
      @Override
      public Fetched call(Bytes function, Bytes arguments) {
        Status status = note("proxy_call_foreign_function", function);
        Bytes answer = status.isOk() ? foreign.apply(function.utf8(), arguments) : null;
        return answer != null ? Fetched.of(answer) : Fetched.failed(status.isOk() ? Status.NOT_FOUND : status);
      }
    };
  }

  @Override
  public TimeCalls time() {
    return new TimeCalls() {
      @Override
      public Answer now() {
        return new Answer(note("proxy_get_current_time_nanoseconds", ""), time);
      }

      @Override
      public Status tickPeriod(int millis) {
        return note("proxy_set_tick_period_milliseconds", millis);
      }
    };
  }

  private final FakeState state = new FakeState(this::note);

  /** Shared data, queues and metrics. */
  public FakeState state() {
    return state;
  }

  @Override
  public SharedDataCalls sharedData() {
    return state;
  }

  @Override
  public SharedQueueCalls sharedQueues() {
    return state;
  }

  @Override
  public MetricCalls metrics() {
    return state.metrics();
  }

  @Override
  public FlowCalls flow() {
    return new FlowCalls() {
      @Override
      public Status closeStream(StreamType stream) {
        return note("proxy_close_stream", stream);
      }
    };
  }

  @Override
  public LogCalls log() {
    return (LogLevel level, Bytes message) -> {
      Status status = note("proxy_log", level);
      if (status.isOk()) {
        lines.add(level + " " + message.utf8());
      }
      return status;
    };
  }
}
