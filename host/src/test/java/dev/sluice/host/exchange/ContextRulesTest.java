package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ContextRulesTest {
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();
  private final List<LogLine> lines = new ArrayList<>();

  @Test
  void aTickLetsAHeldRequestGoOn() {
    try (EmbeddedProxy proxy = start(host -> new Holding(host) {
      @Override
      void onTickFor(int contextId) {
        told.add("choose " + host.flow().setEffectiveContext(contextId));
        set(MapType.REQUEST_HEADERS, "x-tick", "yes");
        told.add("continue " + host.flow().continueStream(StreamType.HTTP_REQUEST));
        told.add("then " + told(request("x-tick")));
      }
    })) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.get("/"), seen -> UP);
      assertEquals("up", outcome.text());
      assertEquals("yes", outcome.upstreamSaw().get().values("x-tick").getFirst().utf8());
    }
    // Continuing takes the maps away at once, and goes on when the callback is over.
    assertEquals(List.of("choose OK", "continue OK", "then BAD_ARGUMENT"), told);
  }

  @Test
  void aTickBreaksAHeldRequestOff() {
    try (EmbeddedProxy proxy = start(host -> new Holding(host) {
      @Override
      void onTickFor(int contextId) {
        host.flow().setEffectiveContext(contextId);
        told.add(host.flow().closeStream(StreamType.HTTP_RESPONSE).name());
      }
    })) {
      Conversation held = proxy.open().requestHeaders(HttpRequest.get("/"), true);
      assertEquals(Option.some("test"), held.holder());
      proxy.advance(Duration.ofMillis(10));
      assertEquals(Option.some("wasm_close_stream"), held.reset());
      held.close();
    }
    assertEquals(List.of("OK"), told);
  }

  @Test
  void aTickRepliesToAHeldRequest() {
    try (EmbeddedProxy proxy = start(host -> new Holding(host) {
      @Override
      void onTickFor(int contextId) {
        host.flow().setEffectiveContext(contextId);
        reply(504, "too late");
      }
    })) {
      assertEquals("too late", proxy.exchange(HttpRequest.get("/"), seen -> UP).text());
    }
  }

  @Test
  void aQueueLetsAHeldRequestGoOn() {
    try (EmbeddedProxy proxy = start(host -> new TestPlugin(host) {
      private int held;

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        held = contextId;
        int queue = host.sharedQueues().register(Bytes.utf8("queue")).asInt();
        host.sharedQueues().enqueue(queue, Bytes.utf8("go"));
        return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
      }

      @Override
      public void onQueueReady(int rootContextId, int queue) {
        host.flow().setEffectiveContext(held);
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }
    })) {
      assertEquals("up", proxy.exchange(HttpRequest.get("/"), seen -> UP).text());
    }
  }

  @Test
  void aContextThatIsNotThereIsABadArgument() {
    Inside.aStream(host -> {
      assertEquals(Status.BAD_ARGUMENT, host.flow().setEffectiveContext(77));
      assertEquals(Status.BAD_ARGUMENT, host.flow().setEffectiveContext(-1));
      assertEquals("/", TestPlugin.told(path(host)));
    });
  }

  @Test
  void theRootContextIsChosenLikeAnyOtherAndZeroIsTheOneThatIsCalled() {
    Inside.aStream(host -> {
      assertEquals(Status.OK, host.flow().setEffectiveContext(1));
      assertEquals("BAD_ARGUMENT", TestPlugin.told(path(host)));
      assertEquals(Status.NOT_FOUND, host.properties().set(Bytes.utf8("a"), Bytes.utf8("b")));
      assertEquals(Status.OK, host.flow().setEffectiveContext(0));
      assertEquals("/", TestPlugin.told(path(host)));
      assertEquals(Status.OK, host.properties().set(Bytes.utf8("a"), Bytes.utf8("b")));
    });
  }

  @Test
  void aChoiceHoldsForOneCallback() {
    try (EmbeddedProxy proxy = start(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.flow().setEffectiveContext(1);
        return HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(told(response(":status")));
        return HeadersStatus.CONTINUE;
      }
    })) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("200"), told);
  }

  @Test
  void aStreamThatIsOverIsChosenNoMore() {
    try (EmbeddedProxy proxy = start(host -> new Holding(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        super.onRequestHeaders(contextId, headerCount, endOfStream);
        return HeadersStatus.CONTINUE;
      }

      @Override
      void onTickFor(int contextId) {
        told.add(host.flow().setEffectiveContext(contextId).name());
      }
    })) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
      proxy.advance(Duration.ofMillis(10));
    }
    assertEquals(List.of("BAD_ARGUMENT"), told);
  }

  @Test
  void logLinesAndHostcallsBelongToTheContextThatIsChosen() {
    try (EmbeddedProxy proxy = start(host -> new Holding(host) {
      @Override
      void onTickFor(int contextId) {
        log("of the root context");
        host.flow().setEffectiveContext(contextId);
        log("of the stream");
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }
    })) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.get("/"), seen -> UP);
      assertEquals(List.of("of the stream"), outcome.log().stream().map(LogLine::text).toList());
      assertEquals(List.of("proxy_set_effective_context", "proxy_log", "proxy_continue_stream",
          "proxy_set_tick_period_milliseconds"),
          outcome.hostcalls().stream().map(HostcallRecord::name).toList());
    }
    assertEquals(List.of("[info] test#1 of the root context", "[info] test#2 of the stream"),
        lines.stream().map(LogLine::toString).toList());
  }

  @Test
  void aRootContextHasNoStreamToActOn() {
    try (EmbeddedProxy proxy = start(host -> new TestPlugin(host) {
      @Override
      public boolean onVmStart(int rootContextId, int configurationSize) {
        told.add("continue " + host.flow().continueStream(StreamType.HTTP_REQUEST));
        told.add("continue upstream " + host.flow().continueStream(StreamType.UPSTREAM));
        told.add("close " + host.flow().closeStream(StreamType.HTTP_RESPONSE));
        told.add("path " + told(request(":path")));
        told.add("body " + told(host.buffers().get(BufferType.HTTP_REQUEST_BODY, 0, 1)));
        told.add("done " + host.flow().done());
        return true;
      }
    })) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("continue OK", "continue upstream UNIMPLEMENTED", "close OK", "path BAD_ARGUMENT",
        "body ", "done NOT_FOUND"), told);
  }

  @Test
  void linesBelowTheHostsLevelAreNotWritten() {
    HostEnvironment environment =
        HostEnvironment.deterministic().withLog(lines::add).withLogLevel(LogLevel.WARN);
    Inside.aStream(environment, host -> {
      assertEquals(LogLevel.WARN.code(), host.log().level().value());
      assertEquals(Status.OK, host.log().log(LogLevel.INFO, Bytes.utf8("info")));
      assertEquals(Status.OK, host.log().log(LogLevel.WARN, Bytes.utf8("warn")));
    });
    assertEquals(List.of("warn"), lines.stream().map(LogLine::text).toList());
  }

  private static Fetched path(Hostcalls host) {
    return host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8(":path"));
  }

  private EmbeddedProxy start(Function<Hostcalls, HostCallbacks> factory) {
    PluginSpec spec = TestPlugin.spec(factory);
    return EmbeddedProxy.start(HostEnvironment.deterministic().withLog(lines::add), spec);
  }

  /** Holds a request, and ticks ten milliseconds later. */
  private abstract static class Holding extends TestPlugin {
    private int held;

    Holding(Hostcalls host) {
      super(host);
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      return host.time().tickPeriod(10).isOk();
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      held = contextId;
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    @Override
    public void onTick(int rootContextId) {
      onTickFor(held);
      host.time().tickPeriod(0);
    }

    abstract void onTickFor(int contextId);
  }
}
