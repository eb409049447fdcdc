package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Shared data and a queue: writes by comparing, hands each path over to itself, and counts what came by the queue. */
public final class StatePlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final Bytes KEY = Bytes.constant("key");
    private static final Bytes QUEUE = Bytes.constant("queue");
    private static final Bytes VM = Bytes.constant("state-vm");

    private final Hostcalls host;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public boolean onVmStart(int rootContextId, int configurationSize) {
      return host.sharedQueues().register(QUEUE).isOk();
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      Bytes value = host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8("x-value")).bytes();
      SharedValue before = host.sharedData().get(KEY);
      say("before", before.value().isOk() ? before.value().bytes() : Bytes.utf8(before.value().status().name()));
      say("write", host.sharedData().set(KEY, value, before.cas()));
      say("again", host.sharedData().set(KEY, value, before.cas() + 1000));
      int queue = host.sharedQueues().resolve(VM, QUEUE).asInt();
      say("enqueue", host.sharedQueues().enqueue(queue, value));
      say("no queue", host.sharedQueues().resolve(VM, Bytes.utf8("other")).status());
      return HeadersStatus.CONTINUE;
    }

    @Override
    public void onQueueReady(int rootContextId, int queue) {
      Fetched message = host.sharedQueues().dequeue(queue);
      say("message", message.bytes());
      say("then", host.sharedQueues().dequeue(queue).status());
    }

    private void say(String what, Status status) {
      say(what, Bytes.utf8(status.name()));
    }

    private void say(String what, Bytes text) {
      host.log().log(LogLevel.INFO, Bytes.utf8(what + ": " + text.utf8()));
    }
  }
}
