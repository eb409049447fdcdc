package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.proto.ProtoMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** gRPC calls and streams of plugins (Envoy, {@code Context::grpcCall} and {@code Grpc::AsyncStreamImpl}). */
class GrpcRulesTest extends CalloutFixture {
  private static final String UNREACHABLE =
      "upstream connect error or disconnect/reset before headers. reset reason: ";

  private void service(Consumer<GrpcServerCall> service) {
    clusters.put(Bytes.utf8("svc"), new ScriptedGrpc(service));
  }

  @Test
  void aCallIsOneMessageForOneAnswer() {
    List<String> seen = new ArrayList<>();
    service(call -> {
      seen.add(call.path() + " " + call.authority() + " " + call.metadata());
      call.onMessage(message -> call.send(Bytes.utf8("re: " + message.utf8())).close(0, ""));
    });
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("svc", 250, Header.of("x-a", "1"), Header.of("x-b-Bin", "\u00ff\u00fe"));
      }
    });
    assertEquals(List.of("call OK", "message re: hello"), told);
    assertEquals(
        "/pkg.Service/Do svc " + List.of(Header.of("te", "trailers"), Header.of("grpc-timeout", "250m"),
            Header.of("content-type", "application/grpc"), Header.of("x-a", "1"), Header.of("x-b-bin", "w7/Dvg=="),
            Header.of("x-envoy-internal", "true"), Header.of("x-envoy-expected-rq-timeout-ms", "250")),
        seen.getFirst());
  }

  @Test
  void aTimeoutIsUnsignedAndTellsTheServiceInTheUnitThatFits() {
    List<String> seen = new ArrayList<>();
    service(call -> seen.add(call.metadata().get(1).value().utf8()));
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("svc", 0);
        call("svc", 99_999_999);
        call("svc", 100_000_000);
        call("svc", -1);
      }
    });
    assertEquals(List.of("0m", "99999999m", "100000S", "4294967S"), seen);
  }

  @Test
  void aCallEndsWithTheLastMessageOrWithAFailure() {
    service(call -> call.onEnd(() -> call.send(Bytes.utf8("1")).send(Bytes.utf8("2")).close(0, "")));
    called(0);
    service(call -> call.onEnd(() -> call.close(0, "")));
    called(0);
    service(call -> call.onEnd(() -> call.send(Bytes.utf8("1")).close(5, "no such thing")));
    called(0);
    assertEquals(List.of("call OK", "message 2", "call OK", "closed 13 13 ", "call OK",
        "closed 5 5 no such thing{via_upstream}"), told);
  }

  private void called(int timeoutMillis) {
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("svc", timeoutMillis);
      }
    });
  }

  @Test
  void aCallTimesOutBeforeAndWithinItsAnswer() {
    List<String> cancelled = new ArrayList<>();
    service(call -> call.onCancel(() -> cancelled.add("silent")));
    called(100);
    service(call -> call.open().onCancel(() -> cancelled.add("begun")));
    called(100);
    assertEquals(List.of("call OK", "closed 14 14 upstream request timeout{response_timeout}", "call OK",
        "closed 13 13 response_timeout"), told);
    assertEquals(List.of("silent", "begun"), cancelled);
  }

  @Test
  void aCallIsBrokenOffBeforeAndWithinItsAnswer() {
    service(GrpcServerCall::reset);
    called(0);
    service(call -> call.open().reset());
    called(0);
    assertEquals(
        List.of("call OK",
            "closed 14 14 " + UNREACHABLE + "remote reset{upstream_reset_before_response_started{remote_reset}}",
            "call OK", "closed 13 13 upstream_reset_after_response_started{remote_reset}"),
        told);
  }

  @Test
  void aStreamHasMetadataMessagesInBothDirectionsAndAStatus() {
    service(call -> call.initialMetadata("x-first", "1")
        .onMessage(call::send)
        .onEnd(() -> call.trailingMetadata("x-last", "2").close(0, "")));
    opened(plugin -> {
      plugin.send("one", false);
      plugin.send("two", false);
      plugin.send("", true);
      plugin.send("after the end", true);
    });
    assertEquals(
        List.of("open OK", "send OK", "send OK", "send OK", "send OK", "initial 1", "message one", "message two",
            "message ", "trailing 2", "closed 0 0 via_upstream"),
        told);
  }

  private void opened(Consumer<GrpcPlugin> then) {
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        open("svc");
        then.accept(this);
      }
    });
  }

  @Test
  void aStreamThatIsClosedFromThisSideStillHasItsAnswer() {
    service(call -> call.onEnd(() -> call.close(3, "")));
    opened(plugin -> told.add("close " + plugin.host.grpc().close(plugin.token)));
    assertEquals(List.of("open OK", "close OK", "initial NOT_FOUND", "trailing NOT_FOUND", "closed 3 3 via_upstream"),
        told);
  }

  @Test
  void whatIsGivenUpIsHeardOfNoMore() {
    List<String> cancelled = new ArrayList<>();
    service(
        call -> call.onCancel(() -> cancelled.add("cancelled")).onMessage(message -> call.send(message).close(0, "")));
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("svc", 0);
        told.add("cancel " + host.grpc().cancel(token) + " " + host.grpc().cancel(token));
        call("svc", 0);
        told.add("close " + host.grpc().close(token) + " " + host.grpc().close(token));
        open("svc");
        send("one", true);
        told.add("cancel " + host.grpc().cancel(token) + " " + host.grpc().cancel(token));
      }
    });
    assertEquals(List.of("call OK", "cancel OK NOT_FOUND", "call OK", "close OK NOT_FOUND", "open OK", "send OK",
        "cancel OK NOT_FOUND"), told);
    assertEquals(List.of("cancelled", "cancelled", "cancelled"), cancelled);
  }

  @Test
  void aStreamThatIsGivenUpInOneOfItsCallbacksIsHeardOfNoMore() {
    service(call -> call.onMessage(message -> call.send(message).send(message).close(0, "")));
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        open("svc");
        send("one", false);
      }

      @Override
      public void onGrpcReceive(int rootContextId, int token, int messageSize) {
        told.add("message, cancel " + host.grpc().cancel(token));
      }
    });
    assertEquals(List.of("open OK", "send OK", "initial NOT_FOUND", "message, cancel OK"), told);
  }

  @Test
  void aTokenIsKnownAsLongAsBothSidesHaveNotClosedAndByItsKind() {
    service(call -> call.onMessage(message -> call.send(message).close(0, "")));
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        told.add(host.grpc().send(4, Bytes.EMPTY, false) + " " + host.grpc().close(8) + " " + host.grpc().cancel(12));
        told.add(host.grpc().send(5, Bytes.EMPTY, false) + " " + host.grpc().close(5) + " " + host.grpc().cancel(5));
        told.add(host.grpc().send(6, Bytes.EMPTY, false) + " " + host.grpc().close(6) + " " + host.grpc().cancel(6));
        open("svc");
        send("one", false);
      }

      @Override
      public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
        told.add("closed " + token + " " + host.grpc().send(token, Bytes.EMPTY, false) + " "
            + host.grpc().close(token) + " " + host.grpc().send(token, Bytes.EMPTY, false));
      }
    });
    assertEquals(List.of("BAD_ARGUMENT BAD_ARGUMENT BAD_ARGUMENT", "BAD_ARGUMENT NOT_FOUND NOT_FOUND",
        "NOT_FOUND NOT_FOUND NOT_FOUND"), told.subList(0, 3));
    assertEquals("closed 6 OK OK NOT_FOUND", told.getLast());
  }

  @Test
  void anUnknownClusterIsAParseFailureUnsafeMetadataABadArgument() {
    service(call -> {});
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("other", 0);
        open("other");
        call("svc", 0, Header.of("x", "a\nb"));
      }
    });
    assertEquals(List.of("call PARSE_FAILURE", "open PARSE_FAILURE", "call BAD_ARGUMENT"), told);
  }

  @Test
  void aSerializedGrpcServiceNamesClusterAuthorityAndMetadata() {
    List<String> seen = new ArrayList<>();
    service(call -> seen.add(call.authority() + " " + call.metadata().subList(2, 4)));
    Bytes target = new ProtoMessage()
        .put(1, new ProtoMessage().put(1, Bytes.utf8("svc")).put(2, Bytes.utf8("host")).bytes())
        .put(5, new ProtoMessage().put(1, Bytes.utf8("x-of")).put(2, Bytes.utf8("service")).bytes())
        .bytes();
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        open(target, Header.of("x-of", "plugin"));
      }
    });
    assertEquals(List.of("host " + List.of(Header.of("x-of", "service"), Header.of("x-of", "plugin"))), seen);
  }

  @Test
  void aSerializedGrpcServiceOfAnUnknownClusterFailsAtOnceAndIsHeardOf() {
    Bytes target = new ProtoMessage().put(1, new ProtoMessage().put(1, Bytes.utf8("none")).bytes()).bytes();
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        open(target);
      }
    });
    assertEquals(List.of("open INTERNAL_FAILURE", "closed 14 14 Cluster not available"), told);
  }

  @Test
  void aNameThatReadsAsAGrpcServiceIsRefusedWithALineSinceEnvoyCrashesAtIt() {
    clusters.put(Bytes.utf8("hi"), ScriptedGrpc.unary(message -> message));
    Conversation talk = held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        open(Bytes.utf8("hi"));
        open(Bytes.EMPTY);
        open(new ProtoMessage().put(2, Bytes.utf8("hi")).bytes());
      }
    });
    assertEquals(Collections.nCopies(3, "open BAD_ARGUMENT"), told);
    assertEquals("[error] test#2 no gRPC call: 'hi' is read as a GrpcService without a target, at which Envoy crashes",
        talk.log().getFirst().toString());
    assertEquals(3, talk.log().size());
  }

  @Test
  void aClusterWithoutHostsFailsAtOnceAndIsHeardOfAllTheSame() {
    clusters.put(Bytes.utf8("svc"), ScriptedCluster.unavailable());
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("svc", 0);
        open("svc");
        told.add("asked");
      }
    });
    String closed = "closed 14 14 no healthy upstream{no_healthy_upstream}";
    assertEquals(List.of("call INTERNAL_FAILURE", "open INTERNAL_FAILURE", "asked", closed, "initial NOT_FOUND",
        "trailing NOT_FOUND", closed), told);
  }

  @Test
  void moreAtOnceThanAClusterTakesFailAtOnce() {
    service(call -> {});
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        for (int i = 0; i < 1025; i++) {
          open("svc");
        }
      }
    });
    assertEquals(1024, told.stream().filter("open OK"::equals).count());
    assertEquals(List.of("open INTERNAL_FAILURE", "initial NOT_FOUND", "trailing NOT_FOUND", "closed 14 14 "
        + UNREACHABLE + "overflow{upstream_reset_before_response_started{overflow}}"), told.subList(1024, 1028));
  }

  @Test
  void mapsAndBufferAreThereInTheirCallbackOnlyAndOnlyTheMessageCanBeChanged() {
    service(call -> call.initialMetadata("x-first", "1").onMessage(message -> call.send(message).close(0, "")));
    held(host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        open("svc");
        send("one", false);
      }

      @Override
      public void onGrpcReceiveInitialMetadata(int rootContextId, int token, int elementCount) {
        told.add(
            "initial " + initial() + " " + trailing() + " " + set(MapType.GRPC_RECEIVE_INITIAL_METADATA, "x", "1"));
      }

      @Override
      public void onGrpcReceive(int rootContextId, int token, int messageSize) {
        Status prepended = host.buffers().set(BufferType.GRPC_RECEIVE_BUFFER, 0, 0, Bytes.utf8("> "));
        told.add("message " + initial() + " " + prepended + " " + message());
      }

      @Override
      public void onGrpcReceiveTrailingMetadata(int rootContextId, int token, int elementCount) {
        told.add("trailing " + initial() + " " + trailing() + " " + elementCount);
      }
    });
    assertEquals(List.of("initial 1 BAD_ARGUMENT BAD_ARGUMENT", "message BAD_ARGUMENT OK > one",
        "trailing BAD_ARGUMENT NOT_FOUND 1", "closed 0 0 via_upstream"), told.subList(2, 6));
  }

  @Test
  void theStatusIsReadableFromTheStreamAndItsCodeStays() {
    service(call -> call.onMessage(message -> call.close(5, "gone")));
    exchange(GET, host -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        call("svc", 0);
      }

      @Override
      public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
        host.flow().setEffectiveContext(stream);
        told.add(status());
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      }

      @Override
      public void onLog(int contextId) {
        told.add(status());
      }
    });
    assertEquals(List.of("call OK", "5 gone{via_upstream}", "5 "), told);
  }

  @Test
  void aStreamOutlivesTheRequestThatOpenedIt() {
    service(call -> call.onMessage(call::send));
    try (EmbeddedProxy proxy = proxy((Hostcalls host) -> new GrpcPlugin(host, told) {
      @Override
      void ask() {
        if (token == 0) {
          open("svc");
        }
        send("hello", false);
      }
    })) {
      for (int i = 0; i < 2; i++) {
        proxy.open().requestHeaders(GET, true).close();
        proxy.advance(Duration.ofMillis(1));
      }
    }
    assertEquals(List.of("open OK", "send OK", "initial NOT_FOUND", "message hello", "send OK", "message hello"), told);
  }
}
