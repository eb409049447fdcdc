package dev.sluice.laws.place;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.LogLevel;
import dev.sluice.host.exchange.Conversation;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.Received;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.UpstreamFailure;
import dev.sluice.laws.Observed;
import dev.sluice.laws.Traffic;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Takes traffic through an embedded proxy, piece by piece. All of a message comes before time passes. */
final class Drive {
  private final EmbeddedProxy proxy;
  private final Conversation conversation;
  private final Traffic traffic;

  Drive(EmbeddedProxy proxy, Conversation conversation, Traffic traffic) {
    this.proxy = proxy;
    this.conversation = conversation;
    this.traffic = traffic;
  }

  /** @throws AssertionError where a message is held for good */
  void run() {
    if (!passes()) {
      throw new AssertionError("the " + (isLocal() || conversation.upstream().complete() ? "response" : "request")
          + " is held for good");
    }
  }

  /** False where a message is held for good. */
  boolean passes() {
    send();
    if (!await(() -> conversation.upstream().complete() || isLocal())) {
      return false;
    }
    if (!over()) {
      if (traffic.fails()) {
        conversation.upstreamFails(UpstreamFailure.RESET);
      } else {
        answer();
      }
    }
    return await(() -> conversation.client().complete());
  }

  private void send() {
    Vector<Header> fields = traffic.requestFields();
    Vector<Bytes> pieces = traffic.request().pieces();
    Vector<Header> trailers = traffic.request().trailers().fields();
    // The first four are pseudo-headers, which a request is made with.
    conversation.requestHeaders(
        new HttpRequest(traffic.request().method(), traffic.request().target(), traffic.request().authority(),
            fields.drop(4).asJava(), Bytes.EMPTY),
        pieces.isEmpty() && trailers.isEmpty());
    boolean apart = pieces.size() > 1 && traffic.endApart();
    for (int i = 0; i < pieces.size() && !over(); i++) {
      conversation.requestData(pieces.get(i), i == pieces.size() - 1 && !apart && trailers.isEmpty());
    }
    if (over()) {
      return;
    }
    if (!trailers.isEmpty()) {
      conversation.requestTrailers(trailers.toJavaArray(Header[]::new));
    } else if (apart) {
      conversation.requestData(Bytes.EMPTY, true);
    }
  }

  private void answer() {
    Vector<Bytes> pieces = traffic.isHead() ? Vector.empty() : traffic.answer().pieces();
    Vector<Header> trailers = traffic.isHead() ? Vector.empty() : traffic.answer().trailers().fields();
    Vector<Header> fields = traffic.answerFields().drop(1);
    // A length of its own keeps the proxy's model from giving it one.
    conversation.responseHeaders(new HttpResponse(traffic.answer().status(), fields.asJava(), Bytes.EMPTY),
        pieces.isEmpty() && trailers.isEmpty());
    boolean apart = pieces.size() > 1 && traffic.endApart();
    for (int i = 0; i < pieces.size() && !isReset() && !isLocal(); i++) {
      conversation.responseData(pieces.get(i), i == pieces.size() - 1 && !apart && trailers.isEmpty());
    }
    if (isReset() || isLocal()) {
      return;
    }
    if (!trailers.isEmpty()) {
      conversation.responseTrailers(trailers.toJavaArray(Header[]::new));
    } else if (apart) {
      conversation.responseData(Bytes.EMPTY, true);
    }
  }

  private boolean isReset() {
    return conversation.reset().isDefined();
  }

  private boolean isLocal() {
    return conversation.localReply().isDefined();
  }

  private boolean over() {
    return isReset() || isLocal();
  }

  private boolean await(BooleanSupplier there) {
    return proxy.await(() -> there.getAsBoolean() || isReset());
  }

  static Observed observed(Conversation conversation, Traffic traffic, List<String> calls, Map<String, Long> metrics) {
    return new Observed(
        seen(conversation.client(), traffic.isHead()),
        conversation.upstream().complete() ? seen(conversation.upstream(), false) : Optional.empty(),
        calls,
        conversation.log().stream().filter(line -> line.level() == LogLevel.INFO).map(Drive::text).toList(),
        metrics);
  }

  private static Optional<Observed.Seen> seen(Received got, boolean head) {
    Option<List<Header>> fields = got.headers();
    return fields.map(all -> Observed.Seen.of(all, head ? "" : got.body().latin1(), got.trailers())).toJavaOptional();
  }

  private static String text(LogLine line) {
    return line.message().latin1();
  }
}
