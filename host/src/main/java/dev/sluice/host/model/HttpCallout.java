package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Consumer;

/** One HTTP call of a plugin: gathers the response until it is whole. */
final class HttpCallout implements UpstreamResponse {
  /** Envoy's {@code http.async_response_buffer_limit}, 32 MiB. */
  private static final int MOST_BODY = 32 << 20;

  private final Consumer<Option<CalloutAnswer>> whenOver;
  private final DataBuffer body = new DataBuffer(Bytes.EMPTY);
  private CalloutStream stream;
  private HeaderMap headers;

  /** @param whenOver gets the answer, none where the call has failed; once at most */
  private HttpCallout(Consumer<Option<CalloutAnswer>> whenOver) {
    this.whenOver = whenOver;
  }

  /** Sends a request. Trailers are left out, as in Envoy ({@code AsyncRequestImpl::initialize}). */
  static HttpCallout send(Cluster cluster, HeaderMap headers, Bytes body, Duration timeout, Dispatcher dispatcher,
      Consumer<Option<CalloutAnswer>> whenOver) {
    HttpCallout call = new HttpCallout(whenOver);
    call.stream = CalloutStream.open(cluster, headers, body.isEmpty(), timeout, call, dispatcher);
    if (!body.isEmpty()) {
      call.stream.send(body, true);
    }
    return call;
  }

  /** Gives the call up. */
  void cancel() {
    stream.cancel();
  }

  @Override
  public void headers(HeaderMap map, boolean endOfStream) {
    headers = map;
    if (endOfStream) {
      answered(null);
    }
  }

  @Override
  public void data(Bytes data, boolean endOfStream) {
    if (data.length() > MOST_BODY - body.length()) {
      cancel();
      whenOver.accept(Option.none());
      return;
    }
    body.moveFrom(new DataBuffer(data));
    if (endOfStream) {
      answered(null);
    }
  }

  @Override
  public void trailers(HeaderMap trailers) {
    answered(trailers);
  }

  @Override
  public void reset(String reason) {
    whenOver.accept(Option.none());
  }

  private void answered(HeaderMap trailers) {
    whenOver.accept(Option.some(new CalloutAnswer(headers, body.take(), trailers)));
  }
}
