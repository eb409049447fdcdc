package dev.sluice.explain;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.MapType;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.BufferCalls;
import dev.sluice.abi.call.FlowCalls;
import dev.sluice.abi.call.ForeignCalls;
import dev.sluice.abi.call.GrpcCalls;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.HttpCalloutCalls;
import dev.sluice.abi.call.LogCalls;
import dev.sluice.abi.call.MetricCalls;
import dev.sluice.abi.call.PropertyCalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.call.SharedDataCalls;
import dev.sluice.abi.call.SharedQueueCalls;
import dev.sluice.abi.call.TimeCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import io.vavr.collection.List;
import io.vavr.control.Option;

/** A host that grants everything and only counts: the real ops run on it, whatever they then decide. */
final class Probe implements Hostcalls, HeaderCalls, PropertyCalls, ReplyCalls {
  private static final Bytes SOMETHING = Bytes.constant("200");

  private List<HostcallUse> calls = List.empty();
  private Option<Integer> replied = Option.none();
  private boolean changed;

  /** The calls since the last time this was asked. */
  List<HostcallUse> takeCalls() {
    List<HostcallUse> taken = calls;
    calls = List.empty();
    return taken;
  }

  /** Whether headers were changed since the last time this was asked. */
  boolean takeChanged() {
    boolean taken = changed;
    changed = false;
    return taken;
  }

  /** The status of the reply that was sent last. */
  Option<Integer> replied() {
    return replied;
  }

  /** Writes a call down. */
  void use(HostcallUse call) {
    calls = calls.append(call);
  }

  private Status note(String hostcall) {
    use(HostcallUse.sure(hostcall));
    return Status.OK;
  }

  private Status change(String hostcall) {
    changed = true;
    return note(hostcall);
  }

  @Override
  public Fetched value(MapType map, Bytes name) {
    note("proxy_get_header_map_value");
    return Fetched.of(SOMETHING);
  }

  @Override
  public HeaderPairs pairs(MapType map) {
    note("proxy_get_header_map_pairs");
    return HeaderPairs.over(Fetched.of(HeaderMapCodec.encode(java.util.List.of(new Header(SOMETHING, SOMETHING)))));
  }

  @Override
  public Status add(MapType map, Bytes name, Bytes value) {
    return change("proxy_add_header_map_value");
  }

  @Override
  public Status replace(MapType map, Bytes name, Bytes value) {
    return change("proxy_replace_header_map_value");
  }

  @Override
  public Status remove(MapType map, Bytes name) {
    return change("proxy_remove_header_map_value");
  }

  @Override
  public Status setPairs(MapType map, Bytes pairs) {
    return change("proxy_set_header_map_pairs");
  }

  @Override
  public Fetched get(Bytes path) {
    note("proxy_get_property");
    return Fetched.of(SOMETHING);
  }

  @Override
  public Status set(Bytes path, Bytes value) {
    return change("proxy_set_property");
  }

  @Override
  public Status send(int httpStatus, Bytes details, Bytes body, Bytes headers, int grpcStatus) {
    replied = Option.some(httpStatus);
    return note("proxy_send_local_response");
  }

  @Override
  public HeaderCalls headers() {
    return this;
  }

  @Override
  public BufferCalls buffers() {
    return new BufferCalls() {
      @Override
      public Fetched get(BufferType buffer, int start, int maxSize) {
        note("proxy_get_buffer_bytes");
        return Fetched.of(SOMETHING);
      }

      @Override
      public Status set(BufferType buffer, int start, int size, Bytes bytes) {
        return note("proxy_set_buffer_bytes");
      }
    };
  }

  @Override
  public ReplyCalls replies() {
    return this;
  }

  @Override
  public PropertyCalls properties() {
    return this;
  }

  @Override
  public TimeCalls time() {
    return new TimeCalls() {
      @Override
      public Answer now() {
        return new Answer(note("proxy_get_current_time_nanoseconds"), 0);
      }
    };
  }

  @Override
  public ForeignCalls foreign() {
    return new ForeignCalls() {
      @Override
      public Fetched call(Bytes function, Bytes arguments) {
        change("proxy_call_foreign_function");
        return Fetched.of(SOMETHING);
      }
    };
  }

  @Override
  public FlowCalls flow() {
    return new FlowCalls() {
      @Override
      public Status closeStream(StreamType stream) {
        return note("proxy_close_stream");
      }
    };
  }

  @Override
  public SharedDataCalls sharedData() {
    return new SharedDataCalls() {
      @Override
      public SharedValue get(Bytes key) {
        note("proxy_get_shared_data");
        return new SharedValue(Fetched.of(SOMETHING), 1);
      }

      @Override
      public Status set(Bytes key, Bytes value, int cas) {
        return note("proxy_set_shared_data");
      }
    };
  }

  @Override
  public SharedQueueCalls sharedQueues() {
    return new SharedQueueCalls() {
      @Override
      public Answer resolve(Bytes vmId, Bytes name) {
        return new Answer(note("proxy_resolve_shared_queue"), 1);
      }

      @Override
      public Status enqueue(int queue, Bytes message) {
        return note("proxy_enqueue_shared_queue");
      }
    };
  }

  @Override
  public MetricCalls metrics() {
    return new MetricCalls() {
      @Override
      public Answer define(MetricType type, Bytes name) {
        return new Answer(note("proxy_define_metric"), 1);
      }

      @Override
      public Status increment(int metric, long by) {
        return note("proxy_increment_metric");
      }

      @Override
      public Status record(int metric, long value) {
        return note("proxy_record_metric");
      }
    };
  }

  @Override
  public HttpCalloutCalls httpCallouts() {
    return new HttpCalloutCalls() {
      @Override
      public Answer dispatch(Bytes upstream, Bytes headers, Bytes body, Bytes trailers, int timeoutMillis) {
        return new Answer(note("proxy_http_call"), 1);
      }
    };
  }

  @Override
  public GrpcCalls grpc() {
    return new GrpcCalls() {
      @Override
      public Answer call(
          Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata, Bytes message, int timeoutMillis) {
        return new Answer(note("proxy_grpc_call"), 1);
      }

      @Override
      public Answer open(Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata) {
        return new Answer(note("proxy_grpc_stream"), 1);
      }

      @Override
      public Status send(int token, Bytes message, boolean endOfStream) {
        return note("proxy_grpc_send");
      }

      @Override
      public Status close(int token) {
        return note("proxy_grpc_close");
      }
    };
  }

  @Override
  public LogCalls log() {
    return (level, message) -> note("proxy_log");
  }
}
