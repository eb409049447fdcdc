package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;
import dev.sluice.host.model.FailurePolicy;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of plugins and the streams that wait for them. */
class CalloutStreamRulesTest extends CalloutFixture {
  private static final Duration LATER = Duration.ofMillis(10);

  CalloutStreamRulesTest() {
    cluster("one", request -> Reaction.after(LATER, HttpResponse.of(200, "yes")));
  }

  @Test
  void aHeldRequestIsChangedAndGoesOn() {
    HttpOutcome outcome = exchange(GET, host -> new AskingPlugin(host, told) {
      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        told.add(set(MapType.REQUEST_HEADERS, "x-user", "nobody").name());
        told.add(host.flow().setEffectiveContext(stream).name());
        told.add(set(MapType.REQUEST_HEADERS, "x-user", "me").name());
        host.flow().continueStream(StreamType.HTTP_REQUEST);
        told.add(set(MapType.REQUEST_HEADERS, "x-user", "late").name());
      }
    });
    assertEquals(List.of("call OK", "BAD_ARGUMENT", "OK", "OK", "BAD_ARGUMENT"), told);
    assertEquals(List.of(Bytes.utf8("me")), outcome.upstreamSaw().get().values("x-user"));
  }

  @Test
  void aHeldBodyIsChangedAndGoesOn() {
    HttpOutcome outcome = exchange(HttpRequest.of("POST", "/").body("body"), host -> new AskingPlugin(host, told) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        stream = contextId;
        host.headers().remove(MapType.REQUEST_HEADERS, Bytes.utf8("content-length"));
        return HeadersStatus.CONTINUE;
      }

      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        ask();
        return DataStatus.STOP_ITERATION_AND_BUFFER;
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        host.flow().setEffectiveContext(stream);
        Fetched held = host.buffers().get(BufferType.HTTP_REQUEST_BODY, 0, 100);
        told.add(held.bytes().utf8());
        host.buffers().set(BufferType.HTTP_REQUEST_BODY, held.length(), 0, Bytes.utf8(" and more"));
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }
    });
    assertEquals(List.of("call OK", "body"), told);
    assertEquals("body and more", outcome.upstreamSaw().get().body().utf8());
  }

  @Test
  void aHeldResponseIsChangedAndGoesOn() {
    HttpOutcome outcome = exchange(GET, host -> new AskingPlugin(host, told) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        return super.onRequestHeaders(contextId, headerCount, endOfStream);
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        host.flow().setEffectiveContext(stream);
        set(MapType.RESPONSE_HEADERS, "x-answer", "yes");
        host.flow().continueStream(StreamType.HTTP_RESPONSE);
      }
    });
    assertEquals(List.of(Bytes.utf8("yes")), outcome.values("x-answer"));
    assertEquals("up", outcome.text());
  }

  @Test
  void aHeldRequestIsAnsweredThroughTheResponseCallbacks() {
    HttpOutcome outcome = exchange(GET, host -> new AskingPlugin(host, told) {
      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        host.flow().setEffectiveContext(stream);
        reply(403, "no");
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add("response " + told(response(":status")));
        return HeadersStatus.CONTINUE;
      }
    });
    assertEquals(403, outcome.status());
    assertEquals(Option.some("test_reply"), outcome.localReply());
    assertTrue(outcome.upstreamSaw().isEmpty());
    assertEquals(List.of("call OK", "response 403"), told);
  }

  @Test
  void whatTheCallbackAsksOfTheHostCountsForTheStream() {
    HttpOutcome outcome = exchange(GET, host -> new AskingPlugin(host, told) {
      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        log("root");
        host.flow().setEffectiveContext(stream);
        log("stream");
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }
    });
    assertEquals(
        List.of("proxy_http_call", "proxy_log", "proxy_set_effective_context", "proxy_log", "proxy_continue_stream"),
        outcome.hostcalls().stream().map(call -> call.name()).toList());
    assertEquals(List.of("[info] test#1 root", "[info] test#2 stream"),
        outcome.log().stream().map(Object::toString).toList());
  }

  @Test
  void anotherContextIsTheEffectiveOneForOneCallbackOnly() {
    exchange(GET, host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("one", 0);
        call("one", 0);
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        told.add(told(request(":path")));
        host.flow().setEffectiveContext(stream);
        told.add(told(request(":path")));
        told.add(host.flow().setEffectiveContext(0) + " " + told(request(":path")));
        host.flow().setEffectiveContext(stream);
        if (told.size() > 5) {
          host.flow().continueStream(StreamType.HTTP_REQUEST);
        }
      }
    });
    List<String> once = List.of("BAD_ARGUMENT", "/", "OK BAD_ARGUMENT");
    assertEquals(once, told.subList(2, 5));
    assertEquals(once, told.subList(5, 8));
  }

  @Test
  void anAnswerComesAfterTheStreamHasDied() {
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told) {
      @Override
      public void onDelete(int contextId) {
        told.add("deleted");
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        super.onHttpCallResponse(rootContextId, token, headers, body, trailers);
        told.add(host.flow().setEffectiveContext(stream).name());
        told.add(host.flow().setEffectiveContext(1_000_000).name());
        told.add(host.flow().continueStream(StreamType.HTTP_REQUEST).name());
        reply(403, "too late");
      }
    })) {
      proxy.open().requestHeaders(GET, true).close();
      proxy.advance(LATER);
      assertEquals(
          List.of("call OK", "deleted", "200 yes BAD_ARGUMENT (2, 3, 0)", "BAD_ARGUMENT", "BAD_ARGUMENT", "OK"),
          told);
      Conversation next = proxy.open().requestHeaders(GET, true);
      assertEquals(Option.none(), next.localReply());
      next.close();
    }
  }

  @Test
  void aCallNeedsNoStream() {
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told) {
      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        ask();
        return true;
      }
    })) {
      proxy.advance(LATER);
    }
    assertEquals(List.of("call OK", "200 yes BAD_ARGUMENT (2, 3, 0)"), told);
  }

  @Test
  void aCallOfATickIsAnswered() {
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told) {
      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        host.time().tickPeriod(1_000);
        return true;
      }

      @Override
      public void onTick(int rootContextId) {
        ask();
      }
    })) {
      proxy.advance(Duration.ofMillis(2_500));
    }
    String answered = "200 yes BAD_ARGUMENT (2, 3, 0)";
    assertEquals(List.of("call OK", answered, "call OK", answered), told);
  }

  @Test
  void aCallOfTheLastCallbacksOfAStreamIsAnsweredToo() {
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return HeadersStatus.CONTINUE;
      }

      @Override
      public void onLog(int contextId) {
        ask();
      }

      @Override
      public void onDelete(int contextId) {
        ask();
      }
    })) {
      proxy.exchange(GET, seen -> UP);
      proxy.advance(LATER);
      String answered = "200 yes BAD_ARGUMENT (2, 3, 0)";
      assertEquals(List.of("call OK", "call OK", answered, answered), told);
    }
  }

  @Test
  void aPluginThatIsTakenAwayHearsOfItsCallsNoMore() {
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told))) {
      Conversation talk = proxy.open().requestHeaders(GET, true);
      proxy.update(0, TestPlugin.spec(host -> new TestPlugin(host) {}));
      talk.close();
      proxy.advance(LATER);
    }
    assertEquals(List.of("call OK"), told);
  }

  @Test
  void aPluginThatWasConfiguredAnewHearsOfItsCallsWhileItHasStreams() {
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told)); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true);
      proxy.update(0, TestPlugin.spec(host -> new TestPlugin(host) {}));
      proxy.advance(LATER);
      assertEquals(List.of("call OK", "200 yes BAD_ARGUMENT (2, 3, 0)"), told);
    }
  }

  @Test
  void aStreamWaitsForGoodWhereThePluginFailsInTheAnswersCallback() {
    StreamHeldException held = assertThrows(StreamHeldException.class, () -> exchange(GET,
        host -> new AskingPlugin(host, told) {
          @Override
          public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
            throw new IllegalStateException("broken");
          }
        }));
    assertTrue(held.getMessage().contains("request headers"), held.getMessage());
  }

  @Test
  void tokensOfPluginsInOneVmDiffer() {
    var one = TestPlugin.spec(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        told.add("token " + call("one", 0).asInt());
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        told.add("answer " + token);
        host.flow().setEffectiveContext(stream);
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }
    }).withFailurePolicy(FailurePolicy.FAIL_CLOSED);
    try (EmbeddedProxy proxy = proxy(one, one.withRootId("other"))) {
      proxy.exchange(GET, seen -> UP);
    }
    assertEquals(List.of("call OK", "token 4", "answer 4", "call OK", "token 8", "answer 8"), told);
  }
}
