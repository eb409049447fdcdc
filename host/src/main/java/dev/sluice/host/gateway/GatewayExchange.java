package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HttpSink;
import dev.sluice.host.model.HttpStream;
import dev.sluice.host.model.UpstreamFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Function;

/**
 * One request on its way from the client through the plugin to the upstream and back: headers, bodies and trailers as
 * they come. Whoever is slower slows the other down.
 */
final class GatewayExchange {
  private final Vertx vertx;
  private final GatewayOptions options;
  private final Upstream upstream;
  private final WireRequest wire;
  private final ClientSide client;
  private final UpstreamCall call;
  private final HttpStream stream;
  private final Alarm hold;
  private final Alarm answer;
  private boolean replied;
  private boolean settling;
  private boolean over;

  /** @param open makes the stream that ends here */
  GatewayExchange(Vertx vertx, GatewayOptions options, Upstream upstream, Function<HttpSink, HttpStream> open,
      HttpServerRequest request, ServerTrailers trailers) {
    this.vertx = vertx;
    this.options = options;
    this.upstream = upstream;
    this.wire = new WireRequest(request);
    this.client = new ClientSide(request, wire, trailers, new FromClient(), this::tell);
    this.call = new UpstreamCall(upstream, new FromUpstream(), this::tell);
    this.hold = new Alarm(vertx, options.holdTimeout(), this::heldTooLong);
    this.answer = new Alarm(vertx, options.responseTimeout(), this::unansweredTooLong);
    this.stream = open.apply(new FromPlugin());
  }

  void begin() {
    WireRequest.Refusal refusal = wire.refusal();
    replied = refusal != null;
    client.begin();
    if (refusal != null) {
      client.closeAfterwards();
      client.answer(refusal.status(), refusal.text() + "\n");
    }
  }

  /** Nothing of either side counts after a reply of the plugin or the gateway. */
  private void ifWanted(Runnable event) {
    if (over || replied) {
      return;
    }
    try {
      event.run();
      settle();
    } catch (RuntimeException e) {
      // A fault of the gateway must not leave the client waiting.
      tell(line() + " broken off, since the gateway failed: " + e);
      breakOff();
    }
  }

  /** After each event: who has to wait, and whether the plugin is what all wait for. */
  private void settle() {
    if (over) {
      return;
    }
    client.read(replied || stream.wantsRequest() && !call.isFull());
    call.read(stream.wantsResponse() && !client.isFull());
    if (stream.holder() == null) {
      hold.stop();
    } else {
      hold.start();
    }
  }

  /** As {@link #settle}, after what the plugin does outside of the events here, such as resuming on a callout's answer. */
  private void settleSoon() {
    if (!settling) {
      settling = true;
      soon(() -> {
        settling = false;
        settle();
      });
    }
  }

  private void soon(Runnable work) {
    vertx.runOnContext(now -> work.run());
  }

  private void heldTooLong() {
    String what = client.isAnswered() || call.isAnswered() ? "response" : "request";
    String held = "plugin '" + stream.holder() + "' has held the " + what + " of " + line() + " for "
        + millis(options.holdTimeout()) + ": ";
    replied = true;
    call.drop();
    if (client.isAnswered()) {
      tell(held + "broken off");
      breakOff();
    } else {
      tell(held + "answered 504");
      client.answer(504, "stream timeout");
    }
  }

  private void unansweredTooLong() {
    if (!over && !replied && !call.isAnswered()) {
      tell("upstream " + upstream + " has not answered " + line() + " for " + millis(options.responseTimeout()));
      stream.upstreamFails(UpstreamFailure.TIMEOUT);
      settle();
    }
  }

  private static String millis(Duration time) {
    return time.toMillis() + " ms";
  }

  /** The client has no whole response, and gets none. */
  private void breakOff() {
    end();
    client.reset();
  }

  private void finish() {
    if (!over) {
      end();
      client.release();
      tell(line() + " " + client.status() + "  " + hostcalls() + "  " + stream.pluginNanos() / 1000 + " us");
    }
  }

  private void end() {
    over = true;
    hold.stop();
    answer.stop();
    call.drop();
    stream.end();
  }

  private String hostcalls() {
    int count = stream.hostcallCount();
    return count == 1 ? "1 hostcall" : count + " hostcalls";
  }

  private String line() {
    return Printable.of(wire.method() + " " + wire.path());
  }

  private void tell(String text) {
    options.output().accept(text);
  }

  private class Side implements SideEvents {
    @Override
    public final void soon(Runnable work) {
      GatewayExchange.this.soon(work);
    }

    @Override
    public final void drained() {
      settle();
    }
  }

  private final class FromClient extends Side implements ClientSide.Events {
    @Override
    public void headers(HeaderMap headers, boolean endOfStream) {
      ifWanted(() -> stream.beginRequest(headers, endOfStream));
    }

    @Override
    public void data(Bytes data, boolean endOfStream) {
      ifWanted(() -> stream.requestData(data, endOfStream));
    }

    @Override
    public void trailers(HeaderMap trailers) {
      ifWanted(() -> stream.requestTrailers(trailers));
    }

    @Override
    public void answered() {
      finish();
    }

    @Override
    public void gone() {
      if (!over) {
        tell(line() + " broken off by the client");
        end();
      }
    }
  }

  private final class FromUpstream extends Side implements UpstreamCall.Events {
    @Override
    public void headers(HeaderMap headers, boolean endOfStream) {
      answer.stop();
      ifWanted(() -> stream.beginResponse(headers, endOfStream));
    }

    @Override
    public void data(Bytes data, boolean endOfStream) {
      ifWanted(() -> stream.responseData(data, endOfStream));
    }

    @Override
    public void trailers(HeaderMap trailers) {
      ifWanted(() -> stream.responseTrailers(trailers));
    }

    @Override
    public void failed(UpstreamCall.Failure failure, Throwable cause) {
      if (over || replied) {
        return;
      }
      tell("upstream " + upstream + " " + failure.words() + " " + line() + ": " + cause.getMessage());
      if (call.isAnswered()) {
        breakOff();
      } else {
        stream.reply(503, "upstream_reset_before_response_started{" + failure.reason() + "}",
            "upstream connect error or disconnect/reset before headers. reset reason: " + failure.reason());
        settle();
      }
    }
  }

  private final class FromPlugin implements HttpSink {
    @Override
    public void requestHeaders(HeaderMap headers, boolean endOfStream) {
      call.open(headers, endOfStream);
      awaitAnswer(endOfStream);
      settleSoon();
    }

    @Override
    public void requestData(Bytes data, boolean endOfStream) {
      call.data(data, endOfStream);
      awaitAnswer(endOfStream);
      settleSoon();
    }

    @Override
    public void requestTrailers(HeaderMap trailers) {
      call.trailers(trailers);
      awaitAnswer(true);
    }

    private void awaitAnswer(boolean complete) {
      if (complete && !call.isAnswered()) {
        answer.start();
      }
    }

    @Override
    public void responseHeaders(HeaderMap headers, boolean endOfStream) {
      client.head(headers, endOfStream);
      settleSoon();
    }

    @Override
    public void responseData(Bytes data, boolean endOfStream) {
      client.data(data, endOfStream);
      settleSoon();
    }

    @Override
    public void responseTrailers(HeaderMap trailers) {
      client.trailers(trailers);
    }

    @Override
    public void localReply(String details) {
      replied = true;
      answer.stop();
      call.drop();
      client.declineBody();
    }

    @Override
    public void reset(String details) {
      tell(line() + " broken off: " + details);
      breakOff();
    }
  }
}
