package dev.sluice.fake;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.MetricCalls;
import dev.sluice.abi.call.SharedDataCalls;
import dev.sluice.abi.call.SharedQueueCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What a {@link FakeHost} keeps beyond streams. */
public final class FakeState implements SharedDataCalls, SharedQueueCalls {
  private final BiFunction<String, Object, Status> note;
  private final Map<Bytes, Bytes> data = new HashMap<>();
  private final Map<Bytes, Integer> versions = new HashMap<>();
  private final Map<Bytes, Bytes> newcomers = new HashMap<>();
  private final Map<String, Integer> queues = new HashMap<>();
  private final List<String> messages = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, Long> values = new TreeMap<>();
  private int rivals;

  FakeState(BiFunction<String, Object, Status> note) {
    this.note = note;
  }

  /** Shared data as text, null for none. */
  public String shared(String key) {
    Bytes value = data.get(Bytes.utf8(key));
    return value == null ? null : value.utf8();
  }

  public FakeState share(String key, Bytes value) {
    data.put(Bytes.utf8(key), value);
    versions.merge(Bytes.utf8(key), 1, Integer::sum);
    return this;
  }

  /** Number of keys in shared data. */
  public int keys() {
    return data.size();
  }

  /** So many times, somebody else writes right after a value was read. */
  public FakeState rivals(int times) {
    rivals = times;
    return this;
  }

  /** Somebody else writes this right after the key was read for the first time. */
  public FakeState newcomer(String key, Bytes value) {
    newcomers.put(Bytes.utf8(key), value);
    return this;
  }

  /** A queue that is there. */
  public FakeState queue(String vmId, String name) {
    queues.put(vmId + "/" + name, queues.size() + 1);
    return this;
  }

  /** What was put into queues, with the queue's number. */
  public List<String> messages() {
    return messages;
  }

  /** All metrics by their names. */
  public Map<String, Long> metricValues() {
    return values;
  }

  @Override
  public SharedValue get(Bytes key) {
    Status status = note.apply("proxy_get_shared_data", key);
    if (!status.isOk()) {
      return new SharedValue(Fetched.failed(status), 0);
    }
    Bytes value = data.get(key);
    SharedValue found = value == null
        ? new SharedValue(Fetched.failed(Status.NOT_FOUND), 0)
        : new SharedValue(Fetched.of(value), versions.get(key));
    if (rivals > 0) {
      rivals--;
      versions.merge(key, 1, Integer::sum);
    }
    Bytes rival = newcomers.remove(key);
    if (rival != null) {
      data.put(key, rival);
      versions.merge(key, 1, Integer::sum);
    }
    return found;
  }

  @Override
  public Status set(Bytes key, Bytes value, int cas) {
    Status status = note.apply("proxy_set_shared_data", key);
    if (!status.isOk()) {
      return status;
    }
    if (cas != 0 && data.containsKey(key) && versions.get(key) != cas) {
      return Status.CAS_MISMATCH;
    }
    data.put(key, value);
    versions.merge(key, 1, Integer::sum);
    return Status.OK;
  }

  @Override
  public Answer resolve(Bytes vmId, Bytes name) {
    Status status = note.apply("proxy_resolve_shared_queue", name);
    Integer token = queues.get(vmId.utf8() + "/" + name.utf8());
    return status.isOk() && token != null
        ? new Answer(Status.OK, token)
        : Answer.refused(status.isOk() ? Status.NOT_FOUND : status);
  }

  @Override
  public Status enqueue(int queue, Bytes message) {
    Status status = note.apply("proxy_enqueue_shared_queue", queue);
    if (status.isOk()) {
      messages.add(queue + ": " + message.utf8());
    }
    return status;
  }

  MetricCalls metrics() {
    return new MetricCalls() {
      @Override
      public Answer define(MetricType type, Bytes name) {
        Status status = note.apply("proxy_define_metric", name);
        if (!names.contains(name.utf8())) {
          names.add(name.utf8());
          values.put(name.utf8(), 0L);
        }
        return status.isOk() ? new Answer(Status.OK, names.indexOf(name.utf8())) : Answer.refused(status);
      }

      @Override
      public Status increment(int metric, long by) {
        Status status = note.apply("proxy_increment_metric", names.get(metric));
        values.merge(names.get(metric), by, Long::sum);
        return status;
      }

      @Override
      public Status record(int metric, long value) {
        Status status = note.apply("proxy_record_metric", names.get(metric));
        values.put(names.get(metric), value);
        return status;
      }
    };
  }
}
