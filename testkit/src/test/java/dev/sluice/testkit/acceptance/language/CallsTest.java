package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.protobuf.ProtobufMessage;
import dev.sluice.data.protobuf.ProtobufWriter;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Several calls at once, calls that are tried again, time that passes, gRPC. */
@UsePlugin(CallsPlugin.class)
@UseProxy(clusters = {"one", "two"}, grpcClusters = "users")
class CallsTest {
  private static Callee says(String text) {
    return Callee.of(request -> Response.of(200, text));
  }

  private static Callee slow(String text) {
    return request -> Reply.after(Duration.ofMillis(100), Response.of(200, text));
  }

  private static Headers seen(Exchange exchange) {
    assertEquals(200, exchange.status(), exchange.text());
    return exchange.upstreamSaw().get().headers();
  }

  @EveryPlace
  void allAnswersAreWaitedFor(PluginUnderTest plugin) {
    plugin.cluster("one", slow("1"));
    plugin.cluster("two", says("2"));
    Headers headers = seen(plugin.send(post("/all", "body")));
    assertEquals(Vector.of("1"), headers.all("x-one"));
    assertEquals(Vector.of("2"), headers.all("x-two"));
    plugin.cluster("one", says("1"));
    plugin.cluster("two", slow("2"));
    assertEquals(Vector.of("2"), seen(plugin.send(get("/all"))).all("x-two"));
  }

  @EveryPlace
  void eachOfSeveralCallsFailsForItself(PluginUnderTest plugin) {
    plugin.cluster("one", says("1"));
    plugin.cluster("two", Callee.of(request -> Response.of(500, "no")));
    Headers headers = seen(plugin.send(get("/all")));
    assertEquals(Vector.of("1"), headers.all("x-one"));
    assertEquals(Vector.empty(), headers.all("x-two"));
    assertEquals(Vector.of("two"), headers.all("x-failed"));
    plugin.cluster("one", Callee.of(request -> Response.of(500, "no")));
    plugin.cluster("two", slow("2"));
    assertEquals(503, plugin.send(get("/all")).status());
  }

  @EveryPlace
  void theFirstGoodAnswerWins(PluginUnderTest plugin) {
    plugin.cluster("one", slow("1"));
    plugin.cluster("two", says("2"));
    assertEquals(Vector.of("2"), seen(plugin.send(get("/first"))).all("x-first"));
    plugin.cluster("one", slow("1"));
    plugin.cluster("two", Callee.of(request -> Response.of(503, "no")));
    assertEquals(Vector.of("1"), seen(plugin.send(get("/first"))).all("x-first"));
    plugin.cluster("one", request -> Reply.reset());
    Exchange none = plugin.send(get("/first"));
    assertEquals(502, none.status());
    assertEquals("nobody", none.text());
  }

  @EveryPlace
  void aFailedCallIsTriedAgainLater(PluginUnderTest plugin) {
    AtomicInteger asked = new AtomicInteger();
    plugin.cluster("one",
        Callee.of(request -> asked.incrementAndGet() < 4 ? Response.of(500, "") : Response.of(200, "at last")));
    assertEquals(Vector.of("at last"), seen(plugin.send(post("/retry", "body"))).all("x-one"));
    assertEquals(4, asked.get());
    plugin.cluster("one", Callee.of(request -> Response.of(asked.incrementAndGet() > 0 ? 500 : 200, "")));
    assertEquals(503, plugin.send(get("/retry")).status());
    assertEquals(8, asked.get());
  }

  @EveryPlace
  void timePasses(PluginUnderTest plugin) {
    assertEquals(Vector.of("true"), seen(plugin.send(post("/delay", "body"))).all("x-waited"));
  }

  @EveryPlace
  void grpcMessagesGoOutAndComeIn(PluginUnderTest plugin) {
    AtomicReference<Bytes> got = new AtomicReference<>();
    AtomicReference<String> path = new AtomicReference<>("");
    AtomicReference<Option<String>> meta = new AtomicReference<>(Option.none());
    plugin.grpc("users", call -> {
      path.set(call.path());
      meta.set(call.metadata().first("x-meta"));
      call.onMessage(message -> {
        got.set(message);
        call.send(new ProtobufWriter().varint(1, 42).string(2, "admin").string(4, "a").string(4, "b").message())
            .close(0, "");
      });
    });
    Headers headers = seen(plugin.send(get("/grpc").header("x-user", "ann").header("x-meta", "m")));
    assertEquals(Vector.of("admin"), headers.all("x-role"));
    assertEquals(Vector.of("42"), headers.all("x-number"));
    assertEquals(Vector.of("a,b"), headers.all("x-groups"));
    assertEquals("/acme.Users/Find", path.get());
    assertEquals(Option.some("m"), meta.get());
    ProtobufMessage message = ProtobufMessage.read(got.get()).get();
    assertEquals(Option.some("ann"), message.string(1));
    assertEquals(Option.some(7L), message.varint(2));
    assertEquals(Option.some(1L), message.message(3).get().varint(1));
  }

  @EveryPlace
  void aGrpcStatusIsAFailureThatCanBeTold(PluginUnderTest plugin) {
    plugin.grpc("users", call -> call.onEnd(() -> call.close(5, "no such user")));
    Exchange exchange = plugin.send(get("/grpc").header("x-user", "ann"));
    assertEquals(502, exchange.status());
    assertEquals(Vector.of("5"), exchange.headers().all("x-status"));
    assertTrue(exchange.text().startsWith("no such user"), exchange.text());
    assertEquals(Vector.of("5"), seen(plugin.send(get("/accept").header("x-user", "ann"))).all("x-status"));
  }

  @EveryPlace
  void aGrpcServiceThatIsSilentOrUnknownFails(PluginUnderTest plugin) {
    plugin.grpc("users", call -> {});
    assertEquals(502, plugin.send(get("/grpc").header("x-user", "ann")).status());
    assertEquals(503, plugin.send(get("/unknown").header("x-user", "ann")).status());
  }

  @EveryPlace
  void aGrpcStreamIsCollected(PluginUnderTest plugin) {
    plugin.grpc("users", call -> call.onMessage(call::send).onEnd(() -> call.close(0, "")));
    Headers headers = seen(plugin.send(get("/stream").header("x-user", "ann")));
    assertEquals(Vector.of("2"), headers.all("x-count"));
    assertEquals(Vector.of("ann+end"), headers.all("x-all"));
  }

  @EveryPlace
  void aGrpcStreamIsCutWhereThereIsEnough(PluginUnderTest plugin) {
    plugin.grpc("users", call -> call.onEnd(() -> {
      for (int i = 0; i < 10; i++) {
        call.send(Bytes.utf8("m" + i));
      }
    }));
    assertEquals(Vector.of("m0+m1+m2"), seen(plugin.send(get("/stream").header("x-user", "ann"))).all("x-all"));
    assertEquals(Vector.of("m0+m1+m2"), seen(plugin.send(get("/stream").header("x-user", "ann"))).all("x-all"));
  }

  @EveryPlace
  void aGrpcStreamThatIsTooLargeTooLateOrEndsBadlyFails(PluginUnderTest plugin) {
    plugin.grpc("users", call -> call.onEnd(() -> call.send(Bytes.utf8("m".repeat(101)))));
    assertEquals(Vector.of("8"), plugin.send(get("/stream").header("x-user", "ann")).headers().all("x-status"));
    plugin.grpc("users", call -> call.onMessage(call::send));
    assertEquals(Vector.of("4"), plugin.send(get("/stream").header("x-user", "ann")).headers().all("x-status"));
    plugin.grpc("users", call -> call.onMessage(call::send).onEnd(() -> call.close(13, "broken")));
    Exchange broken = plugin.send(get("/stream").header("x-user", "ann"));
    assertEquals(502, broken.status());
    assertEquals(Vector.of("13"), broken.headers().all("x-status"));
  }
}
