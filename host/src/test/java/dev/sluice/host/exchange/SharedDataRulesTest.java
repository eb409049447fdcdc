package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.SharedDataCalls;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SharedDataRulesTest {
  private static final Bytes KEY = Bytes.utf8("key");
  private static final Bytes A = Bytes.utf8("a");
  private static final Bytes B = Bytes.utf8("b");

  @Test
  void aKeyThatWasNeverWrittenIsNotFound() {
    inAStream(data -> assertEquals("NOT_FOUND", TestPlugin.told(data.get(KEY).value())));
  }

  @Test
  void eachWriteHasANumberOfItsOwn() {
    inAStream(data -> {
      assertEquals(Status.OK, data.set(KEY, A, 0));
      int first = data.get(KEY).cas();
      assertEquals(Status.OK, data.set(KEY, A, 0));
      assertNotEquals(first, data.get(KEY).cas());
      assertNotEquals(0, first);
    });
  }

  @Test
  void aWriteThatComparesFailsWhereSomebodyWroteInBetween() {
    inAStream(data -> {
      data.set(KEY, A, 0);
      SharedValue read = data.get(KEY);
      assertEquals(Status.OK, data.set(KEY, B, read.cas()));
      assertEquals(Status.CAS_MISMATCH, data.set(KEY, A, read.cas()));
      assertEquals("b", TestPlugin.told(data.get(KEY).value()));
    });
  }

  @Test
  void aWriteWithZeroComparesNothing() {
    inAStream(data -> {
      data.set(KEY, A, 0);
      assertEquals(Status.OK, data.set(KEY, B, 0));
      assertEquals("b", TestPlugin.told(data.get(KEY).value()));
    });
  }

  @Test
  void aNewKeyIsWrittenWhateverIsCompared() {
    inAStream(data -> assertEquals(Status.OK, data.set(KEY, A, 99)));
  }

  @Test
  void anEmptyValueIsAValueAndAnEmptyKeyAKey() {
    inAStream(data -> {
      data.set(KEY, Bytes.EMPTY, 0);
      assertEquals("", TestPlugin.told(data.get(KEY).value()));
      data.set(Bytes.EMPTY, A, 0);
      assertEquals("a", TestPlugin.told(data.get(Bytes.EMPTY).value()));
    });
  }

  @Test
  void allWorkersShareTheDataOfAVmId() {
    ProxyOptions options = ProxyOptions.deterministic().withWorkers(2);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, readsAndWrites("here"))) {
      assertEquals("NOT_FOUND", ask(proxy, 0, "one"));
      assertEquals("one", ask(proxy, 1, "two"));
      assertEquals("two", ask(proxy, 0, "three"));
    }
  }

  @Test
  void otherVmIdsHaveOtherData() {
    PluginSpec here = readsAndWrites("here");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(ProxyOptions.deterministic(), here)) {
      ask(proxy, 0, "one");
      proxy.update(0, here.withConfiguration("another one of the same id"));
      assertEquals("one", ask(proxy, 0, "two"));
      proxy.update(0, here.withVmId("there"));
      assertEquals("NOT_FOUND", ask(proxy, 0, "three"));
    }
  }

  @Test
  void theDataIsGoneWithTheLastVmOfItsId() {
    PluginSpec here = readsAndWrites("here");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(ProxyOptions.deterministic(), here)) {
      ask(proxy, 0, "one");
      proxy.update(0, here.withVmId("there"));
      proxy.update(0, here);
      assertEquals("NOT_FOUND", ask(proxy, 0, "two"));
    }
  }

  @Test
  void sharedStateIsLimited() {
    HostEnvironment environment = HostEnvironment.deterministic().withSharedStateLimit(1_000);
    inAStream(environment, data -> {
      Bytes large = Bytes.wrap(new byte[900]);
      assertEquals(Status.OK, data.set(KEY, large, 0));
      assertEquals(Status.INTERNAL_FAILURE, data.set(A, large, 0));
      assertEquals(Status.OK, data.set(KEY, A, 0), "a smaller value in its place");
      assertEquals(Status.OK, data.set(A, Bytes.wrap(new byte[700]), 0));
      assertEquals("a", TestPlugin.told(data.get(KEY).value()));
    });
  }

  private static String ask(EmbeddedProxy proxy, int worker, String value) {
    return proxy.exchange(worker, HttpRequest.get("/" + value), seen -> HttpResponse.of(200, "")).text();
  }

  /** Answers with what was there, and writes the path there. */
  private static PluginSpec readsAndWrites(String vmId) {
    return TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        String before = told(host.sharedData().get(KEY).value());
        String path = told(request(":path"));
        host.sharedData().set(KEY, Bytes.utf8(path.substring(1)), 0);
        return reply(200, before);
      }
    }).withVmId(vmId);
  }

  private static void inAStream(Consumer<SharedDataCalls> check) {
    inAStream(HostEnvironment.deterministic(), check);
  }

  private static void inAStream(HostEnvironment environment, Consumer<SharedDataCalls> check) {
    Inside.aStream(environment, host -> check.accept(host.sharedData()));
  }
}
