package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.List;

/** How far an exchange has come, as attributes tell it; stands before the sink and sees what leaves. */
final class StreamProgress implements HttpSink {
  private static final String FROM_UPSTREAM = "via_upstream";

  private final HostClock clock;
  private final HttpSink next;
  private final long startedEpoch;
  private final long started;
  private long requestBytes;
  private long responseBytes;
  private boolean upstreamReached;
  private long firstToUpstream;
  private boolean answered;
  private boolean upstreamDone;
  private long lastFromUpstream;
  private HeaderMap response;
  private boolean responseLeft;
  private String details = FROM_UPSTREAM;

  StreamProgress(HostClock clock, HttpSink next) {
    this.clock = clock;
    this.next = next;
    startedEpoch = clock.epochNanos();
    started = clock.monotonicNanos();
  }

  void requestData(int size) {
    requestBytes += size;
  }

  /** Something has come from the upstream. */
  void fromUpstream(boolean endOfStream) {
    if (endOfStream) {
      answered = true;
      upstreamDone = true;
      lastFromUpstream = clock.monotonicNanos();
    }
  }

  /** Nothing that the upstream might still send counts. */
  void leaveUpstream() {
    upstreamDone = true;
  }

  /** There is a response, which plugins may still change. */
  void responding(HeaderMap headers) {
    response = headers;
  }

  long startedEpoch() {
    return startedEpoch;
  }

  /** Nanoseconds since the start. */
  long duration() {
    return clock.monotonicNanos() - started;
  }

  long requestBytes() {
    return requestBytes;
  }

  long responseBytes() {
    return responseBytes;
  }

  /** True once the request has left for an upstream. */
  boolean upstreamReached() {
    return upstreamReached;
  }

  /** True when nothing more is to come from the upstream. */
  boolean isUpstreamDone() {
    return upstreamDone;
  }

  /** True once there is a response, the proxy's own or another. */
  boolean hasResponse() {
    return response != null;
  }

  /** True once response headers have left for the client. */
  boolean hasResponseLeft() {
    return responseLeft;
  }

  int status() {
    return response.status();
  }

  /** Why the response is what it is. */
  String details() {
    return details;
  }

  /** From the first byte to the upstream to the last one from it; negative where there was none. */
  long backendLatency() {
    return answered ? lastFromUpstream - firstToUpstream : -1;
  }

  @Override
  public void requestHeaders(HeaderMap headers, boolean endOfStream) {
    upstreamReached = true;
    firstToUpstream = clock.monotonicNanos();
    next.requestHeaders(headers, endOfStream);
  }

  @Override
  public void requestData(Bytes data, boolean endOfStream) {
    next.requestData(data, endOfStream);
  }

  @Override
  public void requestTrailers(HeaderMap trailers) {
    next.requestTrailers(trailers);
  }

  @Override
  public void requestMetadata(List<Header> entries) {
    next.requestMetadata(entries);
  }

  @Override
  public void responseHeaders(HeaderMap headers, boolean endOfStream) {
    response = headers;
    responseLeft = true;
    next.responseHeaders(headers, endOfStream);
  }

  @Override
  public void responseData(Bytes data, boolean endOfStream) {
    responseBytes += data.length();
    next.responseData(data, endOfStream);
  }

  @Override
  public void responseTrailers(HeaderMap trailers) {
    next.responseTrailers(trailers);
  }

  @Override
  public void responseMetadata(List<Header> entries) {
    next.responseMetadata(entries);
  }

  @Override
  public void localReply(String why) {
    details = why;
    next.localReply(why);
  }

  @Override
  public void reset(String why) {
    next.reset(why);
  }

  @Override
  public void clearRouteCache() {
    next.clearRouteCache();
  }
}
