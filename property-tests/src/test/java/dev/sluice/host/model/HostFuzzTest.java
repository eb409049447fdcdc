package dev.sluice.host.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.fuzz.ForeignBytes;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.proto.MalformedMessageException;
import dev.sluice.host.proto.ProtoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a guest or an upstream hands to the host. */
class HostFuzzTest {
  private static final byte[] SAMPLE =
      HeaderMapCodec.encode(List.of(Header.of(":path", "/a"), Header.of("x-a", ""), Header.of("x-a", "b"))).toArray();
  private static final List<String> FOREIGN = List.of("compress", "uncompress", "verify_signature", "sign",
      "set_envoy_filter_state", "declare_property", "expr_create", "clear_route_cache", "none");

  @Provide
  Arbitrary<Bytes> pairs() {
    return ForeignBytes.around(
        List.of(new byte[] {0}, new byte[] {1, 0, 0, 0}, new byte[] {-1, -1, -1, -1}, new byte[] {-1, -1, -1, 127},
            new byte[] {'a', 0}, new byte[] {2, 0, 0, 0, 1, 0, 0, 0}),
        List.of(SAMPLE, HeaderMapCodec.encode(List.of()).toArray()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aSerializedMapIsReadStrictlyOrNotAtAll(@ForAll("pairs") Bytes raw) {
    List<Header> read = GuestPairs.decode(raw);
    if (!read.isEmpty()) {
      assertEquals(raw, HeaderMapCodec.encode(read));
      assertEquals(read.size(), HeaderPairs.over(Fetched.of(raw)).count());
    }
  }

  @Provide
  Arbitrary<Bytes> frames() {
    return ForeignBytes.around(
        List.of(new byte[] {0}, new byte[] {0, 0, 0, 0, 0}, new byte[] {1, 0, 0, 0, 2}, new byte[] {0, 0, 0, 0, 3},
            new byte[] {0, -1, -1, -1, -1}, new byte[] {'a', 'b'}),
        List.of(GrpcFrames.frame(Bytes.utf8("message")).toArray(), GrpcFrames.frame(Bytes.EMPTY).toArray()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void grpcMessagesAreTheSameWhateverTheCuts(
      @ForAll("frames") Bytes raw, @ForAll @IntRange(min = 1, max = 9) int step) {
    List<Bytes> whole = new ArrayList<>();
    GrpcFrames.Outcome outcome = new GrpcFrames(whole::add).take(raw);
    assertTrue(whole.stream().mapToInt(message -> message.length() + 5).sum() <= raw.length());
    List<Bytes> cut = new ArrayList<>();
    GrpcFrames frames = new GrpcFrames(cut::add);
    GrpcFrames.Outcome last = GrpcFrames.Outcome.FINE;
    for (int at = 0; at < raw.length() && last == GrpcFrames.Outcome.FINE; at += step) {
      last = frames.take(raw.slice(at, Math.min(at + step, raw.length())));
    }
    assertEquals(outcome, last);
    assertEquals(whole, cut);
  }

  @Provide
  Arbitrary<Bytes> messages() {
    return ForeignBytes.around(
        List.of(new byte[] {10, 1, 'a'}, new byte[] {8, 1}, new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            new byte[] {18, -1, -1, -1, -1, 7}, new byte[] {13, 1, 2, 3, 4}, new byte[] {11}, new byte[] {12}),
        List.of(new byte[] {10, 3, 'k', 'e', 'y', 18, 5, 'v', 'a', 'l', 'u', 'e', 24, 1}));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aProtobufMessageIsReadOrRefused(@ForAll("messages") Bytes raw) {
    try {
      ProtoFields fields = ProtoFields.parse(raw);
      for (int field = 0; field < 4; field++) {
        fields.number(field);
        assertTrue(fields.bytes(field).length() <= raw.length());
        assertTrue(fields.all(field).size() <= raw.length());
        fields.text(field);
      }
    } catch (MalformedMessageException expected) {
      assertNotEquals(0, raw.length());
    }
  }

  @Provide
  Arbitrary<Bytes> any() {
    return ForeignBytes.around(
        "request path headers \u0000 response code plugin_name : host x-a :path :authority content-length \r \n \u00ff é A",
        "request\u0000headers\u0000x-a", "plugin_name", "x-name", "request\u0000path", "value", "text/plain");
  }

  /** Names, values, paths, replies and messages of any bytes through the hostcalls that take them. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void hostcallsAnswerWhateverTheBytes(@ForAll("any") Bytes one, @ForAll("any") Bytes other) {
    PROXY.exchange(host -> {
      List<Status> answers = new ArrayList<>();
      answers.add(host.headers().add(MapType.REQUEST_HEADERS, one, other));
      answers.add(host.headers().value(MapType.REQUEST_HEADERS, one).status());
      answers.add(host.headers().replace(MapType.REQUEST_HEADERS, other, one));
      answers.add(host.headers().remove(MapType.REQUEST_HEADERS, one));
      answers.add(host.headers().setPairs(MapType.REQUEST_HEADERS, one));
      answers.add(host.headers().pairs(MapType.REQUEST_HEADERS).status());
      answers.add(host.properties().set(one, other));
      answers.add(host.properties().get(one).status());
      answers.add(host.properties().get(other).status());
      answers.add(host.sharedData().set(one, other, 0));
      answers.add(host.sharedData().get(other).value().status());
      answers.add(host.sharedQueues().resolve(one, other).status());
      answers.add(host.metrics().define(MetricType.COUNTER, one).status());
      answers.add(host.httpCallouts().dispatch(one, other, one, other, 10).status());
      answers.add(host.grpc().call(one, other, one, other, one, 10).status());
      String function = FOREIGN.get(Math.floorMod(other.hashCode(), FOREIGN.size()));
      answers.add(host.foreign().call(Bytes.utf8(function), one).status());
      answers.add(host.foreign().call(one, other).status());
      answers.add(host.log().log(LogLevel.INFO, one));
      answers.add(host.replies().send(200 + one.length(), one, other, other, one.length()));
      assertTrue(answers.stream().noneMatch(answer -> answer == Status.UNKNOWN), answers.toString());
    });
  }

  private static final Exchanges PROXY = new Exchanges();

  /** Streams that end where a plugin's first callback does. */
  private static final class Exchanges {
    private final EmbeddedProxy proxy = EmbeddedProxy.start(
        HostEnvironment.deterministic(), PluginSpec.of("fuzz", JvmPlugin.of(Callbacks::new)));
    private Consumer<Hostcalls> next;
    private Throwable failure;

    void exchange(Consumer<Hostcalls> work) {
      next = work;
      proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
      if (failure != null) {
        throw new AssertionError(failure);
      }
    }

    private final class Callbacks implements HostCallbacks {
      private final Hostcalls host;

      Callbacks(Hostcalls host) {
        this.host = host;
      }

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        try {
          next.accept(host);
        } catch (Throwable e) {
          failure = e;
        }
        return HeadersStatus.CONTINUE;
      }
    }
  }
}
