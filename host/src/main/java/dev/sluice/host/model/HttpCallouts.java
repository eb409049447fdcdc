package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Header;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** HTTP calls of one plugin ({@code Context::httpCall}, {@code onHttpCallSuccess}, {@code onHttpCallFailure}). */
final class HttpCallouts {
  /** Calls that may be open at once: Envoy's default circuit breaker of a cluster. */
  static final int MOST_OPEN = 1024;

  private final RootContext root;
  private final Map<Integer, HttpCallout> open = new HashMap<>();
  private CalloutAnswer answer;

  HttpCallouts(RootContext root) {
    this.root = root;
  }

  /** Sends a request and hands its token over. */
  Answer call(Bytes name, List<Header> fields, Bytes body, int timeoutMillis) {
    Option<Cluster> cluster = timeoutMillis < 0 ? Option.none() : root.vm().worker().proxy().clusters().find(name);
    HeaderMap headers = new HeaderMap(HeaderMapKind.REQUEST_HEADERS);
    if (cluster.isEmpty() || !headers.replaceAll(fields).isOk() || lacksPseudoHeaders(headers)) {
      return Answer.refused(Status.BAD_ARGUMENT);
    }
    if (!body.isEmpty()) {
      headers.replace(Names.CONTENT_LENGTH, Bytes.utf8(Integer.toString(body.length())));
    }
    int token = root.vm().nextHttpCall();
    if (!cluster.get().isAvailable() || open.size() >= MOST_OPEN) {
      return Answer.refused(Status.INTERNAL_FAILURE);
    }
    StreamContext asker = root.vm().asker();
    open.put(token, HttpCallout.send(cluster.get(), headers, body, Duration.ofMillis(timeoutMillis),
        root.vm().worker().dispatcher(), result -> over(token, asker, result)));
    return new Answer(Status.OK, token);
  }

  private static boolean lacksPseudoHeaders(HeaderMap headers) {
    return headers.first(Names.PATH) == null || headers.first(Names.METHOD) == null
        || headers.first(Names.AUTHORITY) == null;
  }

  private void over(int token, StreamContext asker, Option<CalloutAnswer> result) {
    open.remove(token);
    answer = result.getOrNull();
    int headers = answer == null ? 0 : answer.headers().size();
    int body = answer == null ? 0 : answer.body().length();
    int trailers = answer == null ? 0 : answer.trailerCount();
    if (answer == null) {
      root.callStatus().set(Status.BROKEN_CONNECTION.code(), Bytes.utf8("reset"));
    }
    root.tell(asker, Callback.HTTP_CALL_RESPONSE,
        guest -> guest.onHttpCallResponse(root.id(), token, headers, body, trailers), () -> answer = null);
  }

  /** Headers or trailers of the answer that the plugin is being told; null where there are none. */
  HeaderMap map(MapType type) {
    if (answer == null) {
      return null;
    }
    return type == MapType.HTTP_CALL_RESPONSE_HEADERS ? answer.headers() : answer.trailers();
  }

  /** Body of the answer that the plugin is being told; null where there is none. */
  Bytes body() {
    return answer == null ? null : answer.body();
  }

  /** Gives all calls up. */
  void cancel() {
    open.values().forEach(HttpCallout::cancel);
    open.clear();
  }
}
