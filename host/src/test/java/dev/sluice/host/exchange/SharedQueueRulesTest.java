package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.SharedQueueCalls;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SharedQueueRulesTest {
  private static final Bytes QUEUE = Bytes.utf8("queue");
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();
  private int vms;

  @Test
  void messagesComeOutInTheirOrder() {
    inAStream(queues -> {
      int queue = queues.register(QUEUE).asInt();
      assertNotEquals(0, queue);
      assertEquals(Status.OK, queues.enqueue(queue, Bytes.utf8("one")));
      assertEquals(Status.OK, queues.enqueue(queue, Bytes.EMPTY));
      assertEquals("one", TestPlugin.told(queues.dequeue(queue)));
      assertEquals("", TestPlugin.told(queues.dequeue(queue)));
      assertEquals("EMPTY", TestPlugin.told(queues.dequeue(queue)));
    });
  }

  @Test
  void aQueueThatIsNotThereIsNotFound() {
    inAStream(queues -> {
      assertEquals(Status.NOT_FOUND, queues.enqueue(7, QUEUE));
      assertEquals("NOT_FOUND", TestPlugin.told(queues.dequeue(7)));
      assertEquals(Status.NOT_FOUND, queues.resolve(Bytes.EMPTY, QUEUE).status());
      assertEquals(Status.NOT_FOUND, queues.resolve(Bytes.utf8("nowhere"), QUEUE).status());
    });
  }

  @Test
  void aQueueIsFoundByVmIdAndName() {
    inAStream(queues -> {
      int queue = queues.register(QUEUE).asInt();
      assertEquals(queue, queues.resolve(Bytes.EMPTY, QUEUE).asInt());
      assertEquals(queue, queues.register(QUEUE).asInt());
      assertNotEquals(queue, queues.register(Bytes.utf8("other")).asInt());
    });
  }

  @Test
  void whoRegisteredLastHearsOfMessagesWhenTheCallbackIsOver() {
    PluginSpec receiver = TestPlugin.spec(Receiver::new).withVmId("receiver");
    PluginSpec sender = TestPlugin.spec(Sender::new).withVmId("sender");
    ProxyOptions options = ProxyOptions.deterministic().withWorkers(2).withMainThread();
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, receiver, sender)) {
      proxy.exchange(0, HttpRequest.get("/a"), seen -> UP);
      proxy.exchange(1, HttpRequest.get("/b"), seen -> UP);
    }
    // VMs of receivers: the main thread's, the first worker's, the second worker's.
    assertEquals(List.of("sent OK", "vm 3 root 1: /a", "then EMPTY", "sent OK", "vm 3 root 1: /b", "then EMPTY"), told);
  }

  @Test
  void messagesStayWhereNobodyTakesThem() {
    PluginSpec spec = TestPlugin.spec(host -> new Receiver(host) {
      @Override
      public void onQueueReady(int rootContextId, int queue) {
        told.add("ready");
      }

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        int queue = host.sharedQueues().register(QUEUE).asInt();
        told.add(told(host.sharedQueues().dequeue(queue)));
        host.sharedQueues().enqueue(queue, request(":path").bytes());
        return HeadersStatus.CONTINUE;
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/a"), seen -> UP);
      proxy.exchange(HttpRequest.get("/b"), seen -> UP);
    }
    assertEquals(List.of("EMPTY", "ready", "/a", "ready"), told);
  }

  @Test
  void aStreamRegistersForItsRootContext() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        int queue = host.sharedQueues().register(QUEUE).asInt();
        host.sharedQueues().enqueue(queue, QUEUE);
        return HeadersStatus.CONTINUE;
      }

      @Override
      public void onQueueReady(int rootContextId, int queue) {
        told.add("root " + rootContextId);
      }
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("root 1"), told);
  }

  @Test
  void theVmThatReplacesAFailedOneHearsOfMessages() {
    PluginSpec receiver = TestPlugin.spec(host -> new Receiver(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        if (told(request(":path")).equals("/fail")) {
          throw new IllegalStateException("boom");
        }
        return HeadersStatus.CONTINUE;
      }
    }).withVmId("receiver").withFailurePolicy(FailurePolicy.FAIL_RELOAD);
    PluginSpec sender = TestPlugin.spec(Sender::new).withVmId("sender");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic(), receiver, sender)) {
      proxy.exchange(HttpRequest.get("/fail"), seen -> UP);
      proxy.advance(Duration.ofSeconds(1));
      proxy.exchange(HttpRequest.get("/a"), seen -> UP);
    }
    assertEquals(List.of("sent OK", "vm 2 root 1: /a", "then EMPTY"), told);
  }

  @Test
  void aQueueIsGoneWithTheLastVmOfItsId() {
    PluginSpec receiver = TestPlugin.spec(Receiver::new).withVmId("receiver");
    PluginSpec sender = TestPlugin.spec(Sender::new).withVmId("sender");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic(), receiver, sender)) {
      proxy.update(0, TestPlugin.spec(host -> new TestPlugin(host) {}).withVmId("another"));
      proxy.exchange(HttpRequest.get("/a"), seen -> UP);
    }
    assertEquals(List.of("sent NOT_FOUND"), told);
  }

  @Test
  void fillingAndEmptyingWithoutEndComesToALimit() {
    Inside.aStream(HostEnvironment.deterministic().withSharedStateLimit(10_000), host -> {
      SharedQueueCalls queues = host.sharedQueues();
      int queue = queues.register(QUEUE).asInt();
      int sent = 0;
      while (sent < 10_000 && queues.enqueue(queue, QUEUE).isOk()) {
        queues.dequeue(queue);
        sent++;
      }
      assertEquals(Status.INTERNAL_FAILURE, queues.enqueue(queue, QUEUE));
      assertEquals("EMPTY", TestPlugin.told(queues.dequeue(queue)));
      assertEquals(Status.INTERNAL_FAILURE, queues.register(Bytes.wrap(new byte[10_000])).status());
    });
  }

  @Test
  void aPluginThatSendsItselfMessagesWithoutEndHoldsNobodyUp() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(host -> new Receiver(host) {
      @Override
      public void onQueueReady(int rootContextId, int queue) {
        host.sharedQueues().enqueue(queue, host.sharedQueues().dequeue(queue).bytes());
      }

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.sharedQueues().enqueue(host.sharedQueues().register(QUEUE).asInt(), QUEUE);
        return HeadersStatus.CONTINUE;
      }
    }))) {
      assertEquals("up", proxy.exchange(HttpRequest.get("/"), seen -> UP).response().body().utf8());
    }
  }

  private static void inAStream(Consumer<SharedQueueCalls> check) {
    Inside.aStream(host -> check.accept(host.sharedQueues()));
  }

  private class Receiver extends TestPlugin {
    private final int vm = ++vms;

    Receiver(Hostcalls host) {
      super(host);
    }

    @Override
    public boolean onVmStart(int rootContextId, int configurationSize) {
      return host.sharedQueues().register(QUEUE).isOk();
    }

    @Override
    public void onQueueReady(int rootContextId, int queue) {
      told.add("vm " + vm + " root " + rootContextId + ": " + told(host.sharedQueues().dequeue(queue)));
      told.add("then " + told(host.sharedQueues().dequeue(queue)));
    }
  }

  private class Sender extends TestPlugin {
    Sender(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      int queue = host.sharedQueues().resolve(Bytes.utf8("receiver"), QUEUE).asInt();
      Status sent = host.sharedQueues().enqueue(queue, request(":path").bytes());
      told.add("sent " + sent);
      return HeadersStatus.CONTINUE;
    }
  }
}
