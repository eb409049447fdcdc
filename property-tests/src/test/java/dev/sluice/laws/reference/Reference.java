package dev.sluice.laws.reference;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.laws.Observed;
import dev.sluice.laws.Traffic;
import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Pipeline.Ring;
import java.util.List;
import java.util.Optional;

/**
 * What pipelines mean, as plainly as it can be said: steps done in order on whole messages. It shares no code with the
 * engine and knows neither callbacks nor pieces nor waiting.
 */
public final class Reference {
  /** What the proxy says of an upstream that breaks off. */
  static final String UPSTREAM_RESET =
      "upstream connect error or disconnect/reset before headers. reset reason: connection termination";

  private final List<Ring> rings;
  private final Traffic traffic;
  private final World world;
  private final Steps steps;

  private Reference(Pipeline pipeline, Traffic traffic) {
    this.rings = pipeline.rings();
    this.traffic = traffic;
    this.world = new World(Message.of(traffic.requestFields(), traffic.request().body().latin1(),
        !traffic.request().pieces().isEmpty(), traffic.request().trailers().fields()));
    this.steps = new Steps(world);
  }

  /** What comes of the traffic. */
  public static Observed run(Pipeline pipeline, Traffic traffic) {
    return new Reference(pipeline, traffic).run();
  }

  private Observed run() {
    prepare();
    int entered = 0;
    Message reply = null;
    while (reply == null && entered < rings.size()) {
      reply = replyOf(rings.get(entered).request());
      entered += reply == null ? 1 : 0;
    }
    Optional<Observed.Seen> upstream = Optional.empty();
    boolean local = reply != null;
    if (local) {
      world.response = prepared(reply);
    } else {
      upstream = Optional.of(seen(world.request));
      local = traffic.fails();
      world.response = local ? prepared(Replied.with(503, null, UPSTREAM_RESET).reply()) : answered();
    }
    int seen = Math.min(local && reply != null ? entered + 1 : entered, rings.size());
    world.part = World.Part.RESPONSE;
    boolean direct = false;
    for (int i = entered - 1; i >= 0; i--) {
      Message other = replyOf(rings.get(i).response());
      if (other != null) {
        direct = true;
        world.response = other;
      }
    }
    if (direct) {
      world.response = prepared(world.response);
    }
    Optional<Observed.Seen> client = Optional.of(seen(world.response));
    log(seen);
    return new Observed(client, upstream, world.calls, world.log, world.state.metrics);
  }

  /** What a pipeline asks of every request because it reads or changes responses. */
  private void prepare() {
    List<Action> all = rings.stream().flatMap(ring -> ring.response().stream()).toList();
    if (Uses.changesBody(all)) {
      world.request.remove("range");
    }
    if (Uses.readsBody(all)) {
      world.request.set("accept-encoding", "identity");
    }
  }

  /** The reply of these steps, null where they give none. */
  private Message replyOf(List<Action> part) {
    try {
      steps.run(part);
      return null;
    } catch (Replied replied) {
      return replied.reply();
    }
  }

  private Message answered() {
    boolean bodiless = traffic.isHead() || traffic.answer().pieces().isEmpty();
    return Message.of(traffic.answerFields(), bodiless ? "" : traffic.answer().body().latin1(), !bodiless,
        traffic.isHead() ? List.of() : traffic.answer().trailers().fields());
  }

  /** A reply as the proxy sends it: with the length and the type of its body, without a body to HEAD. */
  private Message prepared(Message reply) {
    Message sent = reply.copy();
    sent.streams.addAll(reply.streams);
    String body = sent.streamed();
    sent.streams.clear();
    if (body.isEmpty()) {
      sent.remove("content-length");
      sent.remove("content-type");
    } else {
      sent.set("content-length", Integer.toString(body.length()));
      if (sent.first("content-type") == null) {
        sent.set("content-type", "text/plain");
      }
    }
    sent.hasBody = !body.isEmpty() && !traffic.isHead();
    sent.body = sent.hasBody ? body : "";
    sent.bare = !sent.hasBody;
    sent.complete = sent.bare;
    return sent;
  }

  private void log(int seen) {
    world.part = World.Part.LOG;
    try {
      for (int i = seen - 1; i >= 0; i--) {
        steps.run(rings.get(i).log());
      }
    } catch (Replied nobodyIsLeftToAnswer) {
      return;
    }
  }

  private static Observed.Seen seen(Message message) {
    return Observed.Seen.of(headers(message.fields), message.streamed(), headers(message.trailers));
  }

  private static List<Header> headers(List<Field> fields) {
    return fields.stream()
        .map(field -> new Header(Bytes.latin1(field.name()), Bytes.latin1(field.value())))
        .toList();
  }

  /** A call as it is compared. */
  public static String describe(HttpRequest request) {
    return request.method() + " " + request.path() + " " + request.values("x-call").stream().map(Bytes::latin1).toList()
        + " " + request.body().latin1();
  }
}
