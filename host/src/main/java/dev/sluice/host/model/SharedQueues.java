package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Queues of messages, each named by a VM id and a name ({@code shared_queue.cc}). All may write and read, one hears of
 * messages: the one that registered the queue last. Used by all workers.
 */
final class SharedQueues {
  private final Budget budget;
  private final Map<Name, Integer> tokens = new HashMap<>();
  private final Map<Integer, Entry> queues = new HashMap<>();
  private int lastToken;

  SharedQueues(Budget budget) {
    this.budget = budget;
  }

  /** The queue's token, never 0; 0 where shared state has used up its room. Messages in it stay. */
  synchronized int register(Name name, Listener listener) {
    Integer known = tokens.get(name);
    if (known == null && !budget.take(name.length())) {
      return 0;
    }
    int token = known == null ? ++lastToken : known;
    tokens.put(name, token);
    queues.computeIfAbsent(token, number -> new Entry()).listener = listener;
    return token;
  }

  /** The queue's token, 0 where there is none. */
  synchronized int resolve(Name name) {
    return tokens.getOrDefault(name, 0);
  }

  /** Puts a message at the end. Whoever listens is told later, on its own thread. */
  Status enqueue(int token, Bytes message) {
    Listener listener;
    synchronized (this) {
      Entry queue = queues.get(token);
      if (queue == null) {
        return Status.NOT_FOUND;
      }
      if (!budget.take(message.length())) {
        return Status.INTERNAL_FAILURE;
      }
      if (!budget.take(0)) {
        budget.give(message.length());
        return Status.INTERNAL_FAILURE;
      }
      queue.messages.add(message);
      listener = queue.listener;
    }
    // What waits to be told takes up room as well: a guest may fill and empty a queue without end in one callback.
    listener.worker.dispatcher().post(() -> {
      budget.give(0);
      listener.worker.queueReady(listener.vm, listener.rootContextId, token);
    });
    return Status.OK;
  }

  /** Takes the first message. */
  synchronized Fetched dequeue(int token) {
    Entry queue = queues.get(token);
    if (queue == null) {
      return Fetched.failed(Status.NOT_FOUND);
    }
    Bytes message = queue.messages.poll();
    if (message == null) {
      return Fetched.failed(Status.EMPTY);
    }
    budget.give(message.length());
    return Fetched.of(message);
  }

  /** The last VM of this id is gone. */
  synchronized void forget(Bytes vmId) {
    tokens.entrySet().removeIf(known -> {
      Name name = known.getKey();
      if (!name.vmId.equals(vmId)) {
        return false;
      }
      budget.give(name.length());
      queues.remove(known.getValue()).messages.forEach(message -> budget.give(message.length()));
      return true;
    });
  }

  /** What names a queue. */
  record Name(Bytes vmId, Bytes name) {
    private long length() {
      return (long) vmId.length() + name.length();
    }
  }

  /** Who hears of messages. The VM is looked up when there is one: it may have been replaced by then. */
  record Listener(Worker worker, PluginSpec.VmKey vm, int rootContextId) {}

  private static final class Entry {
    private final Queue<Bytes> messages = new ArrayDeque<>();
    private Listener listener;
  }
}
