package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.HttpStream;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.UpstreamFailure;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/**
 * An exchange piece by piece: what client and upstream send, chunk by chunk, and what has come out on the other side so
 * far. Close it to end the stream.
 */
public final class Conversation implements AutoCloseable {
  private final ProxyThread thread;
  private final HttpStream stream;
  private final Received upstream = new Received();
  private final Received client = new Received();
  private Option<String> localReply = Option.none();
  private Option<String> reset = Option.none();
  private int routeCacheClears;

  Conversation(ProxyThread thread, Function<Wire, HttpStream> open) {
    this.thread = thread;
    this.stream = thread.call(() -> open.apply(new Wire(this)));
  }

  /** Sends headers of a request; body and trailers in it are left aside. */
  public Conversation requestHeaders(HttpRequest head, boolean endOfStream) {
    return run(() -> stream.beginRequest(Messages.headers(head), endOfStream));
  }

  public Conversation requestData(String text, boolean endOfStream) {
    return requestData(Bytes.utf8(text), endOfStream);
  }

  public Conversation requestData(Bytes data, boolean endOfStream) {
    return run(() -> stream.requestData(data, endOfStream));
  }

  public Conversation requestTrailers(Header... trailers) {
    return run(() -> stream.requestTrailers(HeaderMap.of(HeaderMapKind.REQUEST_TRAILERS, List.of(trailers))));
  }

  /** Sends an HTTP/2 METADATA frame with these entries. */
  public Conversation requestMetadata(Header... entries) {
    return run(() -> stream.requestMetadata(List.of(entries)));
  }

  /** The upstream sends headers of a response; body and trailers in it are left aside. */
  public Conversation responseHeaders(HttpResponse head, boolean endOfStream) {
    return run(() -> stream.beginResponse(Messages.headers(head), endOfStream));
  }

  public Conversation responseData(String text, boolean endOfStream) {
    return responseData(Bytes.utf8(text), endOfStream);
  }

  public Conversation responseData(Bytes data, boolean endOfStream) {
    return run(() -> stream.responseData(data, endOfStream));
  }

  public Conversation responseTrailers(Header... trailers) {
    return run(() -> stream.responseTrailers(HeaderMap.of(HeaderMapKind.RESPONSE_TRAILERS, List.of(trailers))));
  }

  /** The upstream fails: the proxy answers in its place, or resets the stream where a response has begun. */
  public Conversation upstreamFails(UpstreamFailure failure) {
    return run(() -> stream.upstreamFails(failure));
  }

  /** The upstream sends an HTTP/2 METADATA frame with these entries. */
  public Conversation responseMetadata(Header... entries) {
    return run(() -> stream.responseMetadata(List.of(entries)));
  }

  /** What has reached the upstream. */
  public Received upstream() {
    return upstream;
  }

  /** What has reached the client. */
  public Received client() {
    return client;
  }

  /** Why the response is the proxy's own; none where it is not. */
  public Option<String> localReply() {
    return localReply;
  }

  /** Why the stream was broken off; none where it was not. */
  public Option<String> reset() {
    return reset;
  }

  /** How often plugins had the route chosen anew. */
  public int routeCacheClears() {
    return routeCacheClears;
  }

  /** Name of the plugin that holds the message; none where none does. */
  public Option<String> holder() {
    return Option.of(stream.holder());
  }

  public List<HostcallRecord> hostcalls() {
    return stream.hostcalls();
  }

  public List<LogLine> log() {
    return stream.log();
  }

  void localReply(String details) {
    localReply = Option.some(details);
  }

  void clearRouteCache() {
    routeCacheClears++;
  }

  void reset(String details) {
    reset = Option.some(details);
  }

  private Conversation run(Runnable step) {
    return thread.call(() -> {
      step.run();
      return this;
    });
  }

  /** Ends the stream, for the plugins too. */
  @Override
  public void close() {
    run(stream::end);
  }
}
