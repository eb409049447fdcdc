package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.UpstreamRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** HTTP calls of plugins: what is sent, what comes back, what fails (Envoy, {@code Context::httpCall} and router). */
class CalloutRulesTest extends CalloutFixture {
  private static final int BUFFER_LIMIT = 32 << 20;
  private static final UpstreamRequest IGNORED = new UpstreamRequest() {
    @Override
    public void data(Bytes data, boolean endOfStream) {}

    @Override
    public void reset() {}
  };

  @Test
  void anAnswerIsReadableInItsCallbackOnly() {
    cluster("one", request -> Reaction.of(HttpResponse.of(200, "yes").trailer("x-end", "1")));
    exchange(GET, host -> new AskingPlugin(host, told) {
      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        super.onHttpCallResponse(rootContextId, token, headers, body, trailers);
        host.flow().setEffectiveContext(stream);
        told.add(seen());
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }

      @Override
      public void onLog(int contextId) {
        told.add(seen());
      }
    });
    assertEquals(List.of("call OK", "200 yes 1 (2, 3, 1)", "200 yes 1", "NOT_FOUND NOT_FOUND NOT_FOUND"), told);
  }

  /** Has the plugin do this when it has told of the answer. */
  private void answered(Consumer<AskingPlugin> then) {
    held(host -> new AskingPlugin(host, told) {
      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        super.onHttpCallResponse(rootContextId, token, headers, body, trailers);
        then.accept(this);
      }
    });
  }

  @Test
  void anAnswerCannotBeChanged() {
    cluster("one", request -> Reaction.of(UP));
    answered(plugin -> told.add(plugin.set(MapType.HTTP_CALL_RESPONSE_HEADERS, "x", "1") + " "
        + plugin.host.headers().size(MapType.HTTP_CALL_RESPONSE_HEADERS).status() + " "
        + plugin.host.buffers().set(BufferType.HTTP_CALL_RESPONSE_BODY, 0, 0, Bytes.utf8("x"))));
    assertEquals("BAD_ARGUMENT BAD_ARGUMENT BAD_ARGUMENT", told.getLast());
  }

  @Test
  void theHostSetsTheLengthAndItsOwnHeadersAndLeavesTrailersOut() {
    List<HttpRequest> seen = new ArrayList<>();
    cluster("one", request -> {
      seen.add(request);
      return Reaction.of(UP);
    });
    held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("one", 250, "question", POST[0], POST[1], POST[2], Header.of("Content-Length", "99"));
        call("one", 0, "", POST);
      }
    });
    assertEquals(
        new HttpRequest("POST", "/ask", "service",
            List.of(Header.of("content-length", "8"), Header.of("x-envoy-internal", "true"),
                Header.of("x-envoy-expected-rq-timeout-ms", "250")),
            Bytes.utf8("question")),
        seen.get(0));
    assertEquals(List.of(Header.of("x-envoy-internal", "true")), seen.get(1).headers());
  }

  @Test
  void whatCannotBeSentIsABadArgument() {
    cluster("one", request -> Reaction.of(UP));
    held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("two", 0);
        call("one", -1);
        call("one", 0, "", POST[0], POST[1]);
        call("one", 0, "", POST[0], POST[2]);
        call("one", 0, "", POST[1], POST[2]);
        call("one", 0, "", POST[0], POST[1], POST[2], Header.of("x", "a\r\nb: c"));
      }
    });
    assertEquals(Collections.nCopies(6, "call BAD_ARGUMENT"), told);
  }

  @Test
  void aHostHeaderIsTheAuthority() {
    cluster("one", request -> Reaction.of(HttpResponse.of(200, request.authority())));
    held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("one", 0, "", POST[0], POST[1], Header.of("Host", "other"));
      }
    });
    assertEquals("200 other BAD_ARGUMENT (2, 5, 0)", told.getLast());
  }

  @Test
  void anAnswerWithoutBodyHasNoneToRead() {
    cluster("one", request -> Reaction.of(HttpResponse.of(204, "")));
    held(host -> new AskingPlugin(host, told));
    assertEquals("204  BAD_ARGUMENT (1, 0, 0)", told.getLast());
  }

  @Test
  void aTimeoutOfZeroIsNone() {
    cluster("one", request -> Reaction.after(Duration.ofDays(1), UP));
    try (EmbeddedProxy proxy = proxy(host -> new AskingPlugin(host, told)); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true);
      proxy.advance(Duration.ofDays(2));
    }
    assertEquals("200 up BAD_ARGUMENT (2, 2, 0)", told.getLast());
  }

  @Test
  void aTimeoutBecomesA504OfTheProxy() {
    cluster("one", request -> Reaction.after(Duration.ofMillis(101), UP));
    cluster("two", request -> Reaction.silence());
    held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("one", 100);
        call("two", 200);
      }
    });
    String timeout = "504 upstream request timeout BAD_ARGUMENT (3, 24, 0)";
    assertEquals(List.of("call OK", "call OK", timeout, timeout), told);
  }

  @Test
  void aResetBeforeTheResponseBecomesA503OfTheProxy() {
    cluster("one", request -> Reaction.reset());
    held(host -> new AskingPlugin(host, told));
    assertEquals("503 upstream connect error or disconnect/reset before headers. reset reason: connection termination"
        + " BAD_ARGUMENT (3, 95, 0)", told.getLast());
  }

  @Test
  void aResetWithinTheResponseIsAFailureWithoutHeaders() {
    cluster("one", request -> new Reaction.BrokenOff(HttpResponse.of(200, "half"), Duration.ofMillis(5)));
    answered(plugin -> told.add(status(plugin)));
    assertEquals(List.of("call OK", "BAD_ARGUMENT NOT_FOUND BAD_ARGUMENT (0, 0, 0)", "11 reset"), told);
  }

  @Test
  void aTimeoutWithinTheResponseIsAFailureWithoutHeaders() {
    clusters.put(Bytes.utf8("one"), (headers, end, response, worker) -> {
      worker.after(Duration.ofMillis(5), () -> response.headers(Messages.headers(UP), false));
      return IGNORED;
    });
    held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("one", 10);
      }
    });
    assertEquals("BAD_ARGUMENT NOT_FOUND BAD_ARGUMENT (0, 0, 0)", told.getLast());
  }

  @Test
  void theMessageOfAFailureIsGoneAfterItsCallbackTheCodeStays() {
    cluster("one", request -> new Reaction.BrokenOff(HttpResponse.of(200, "half"), Duration.ZERO));
    held(host -> new AskingPlugin(host, told) {
      @Override
      public void onLog(int contextId) {
        told.add(status(this));
      }
    });
    assertEquals("11 ", told.getLast());
  }

  private static String status(AskingPlugin plugin) {
    GrpcStatus status = plugin.host.grpc().status();
    return status.code() + " " + status.message().bytes().utf8();
  }

  @Test
  void anAnswerThatIsTooLargeIsAFailure() {
    cluster("one", request -> Reaction.of(HttpResponse.of(200, "x".repeat(BUFFER_LIMIT))));
    cluster("two", request -> Reaction.of(HttpResponse.of(200, "x".repeat(BUFFER_LIMIT + 1))));
    held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        call("one", 0);
        call("two", 0);
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        told.add(headers + ", " + body);
      }
    });
    assertEquals(List.of("call OK", "call OK", "2, " + BUFFER_LIMIT, "0, 0"), told);
  }

  @Test
  void aClusterWithoutHostsFailsAtOnceAndNoCallbackComes() {
    clusters.put(Bytes.utf8("one"), ScriptedCluster.unavailable());
    held(host -> new AskingPlugin(host, told));
    assertEquals(List.of("call INTERNAL_FAILURE"), told);
  }

  @Test
  void moreCallsAtOnceThanAClusterTakesFailAtOnce() {
    cluster("one", request -> Reaction.silence());
    Conversation outcome = held(host -> new AskingPlugin(host, told) {
      @Override
      void ask() {
        for (int i = 0; i <= 1024; i++) {
          call("one", 1000);
        }
      }
    });
    List<Status> statuses = outcome.hostcalls().stream().map(HostcallRecord::status).limit(1025).toList();
    assertEquals(List.of(Status.OK), statuses.subList(0, 1024).stream().distinct().toList());
    assertEquals(Status.INTERNAL_FAILURE, statuses.getLast());
  }

  @Test
  void severalCallsAreAnsweredInTheOrderOfTheirAnswersEachByItsToken() {
    cluster("one", request -> Reaction.after(Duration.ofMillis(20), HttpResponse.of(200, "one")));
    cluster("two", request -> Reaction.after(Duration.ofMillis(10), HttpResponse.of(200, "two")));
    held(host -> new AskingPlugin(host, told) {
      private Answer first;

      @Override
      void ask() {
        first = call("one", 0);
        call("two", 0);
      }

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        told.add((token == first.asInt()) + " " + seen());
      }
    });
    assertEquals(List.of("call OK", "call OK", "false 200 two BAD_ARGUMENT", "true 200 one BAD_ARGUMENT"), told);
  }

  @Test
  void aCallOfAnAnswersCallbackIsAnsweredTooAndCountsForTheSameStream() {
    cluster("one", request -> Reaction.after(Duration.ofMillis(10), HttpResponse.of(200, "one")));
    cluster("two", request -> Reaction.after(Duration.ofMillis(10), HttpResponse.of(200, "two")));
    Conversation outcome = held(host -> new AskingPlugin(host, told) {
      private boolean asked;

      @Override
      public void onHttpCallResponse(int rootContextId, int token, int headers, int body, int trailers) {
        told.add(seen());
        log("answer");
        if (!asked) {
          asked = true;
          call("two", 0);
        }
      }
    });
    assertEquals(List.of("call OK", "200 one BAD_ARGUMENT", "call OK", "200 two BAD_ARGUMENT"), told);
    assertEquals(2, outcome.hostcalls().stream().filter(call -> call.name().equals("proxy_http_call")).count());
    assertEquals(List.of("[info] test#1 answer", "[info] test#1 answer"),
        outcome.log().stream().map(Object::toString).toList());
  }
}
