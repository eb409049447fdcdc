package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.function.Supplier;

/** Makes verdicts on headers from what leaves a stream. */
final class VerdictSink implements HttpSink {
  private final DataBuffer body = new DataBuffer(Bytes.EMPTY);
  private HeaderMap request;
  private HeaderMap response;
  private String details;
  private boolean complete;

  /** @param holder tells the name of the plugin that holds the message */
  Verdict onRequest(Supplier<String> holder) {
    return request != null && details == null ? new Verdict.Pass(request) : onResponse(holder);
  }

  Verdict onResponse(Supplier<String> holder) {
    if (details != null && complete) {
      return new Verdict.Reply(response, body.range(0, body.length()), details);
    }
    return response == null || details != null ? new Verdict.Held(holder.get()) : new Verdict.Pass(response);
  }

  @Override
  public void requestHeaders(HeaderMap headers, boolean endOfStream) {
    request = headers;
  }

  /** Without a sink of the caller's there is no body to be brought. */
  @Override
  public void requestData(Bytes data, boolean endOfStream) {}

  @Override
  public void requestTrailers(HeaderMap trailers) {}

  @Override
  public void responseHeaders(HeaderMap headers, boolean endOfStream) {
    response = headers;
    complete = endOfStream;
  }

  @Override
  public void responseData(Bytes data, boolean endOfStream) {
    body.replace(body.length(), 0, data);
    complete = endOfStream;
  }

  @Override
  public void responseTrailers(HeaderMap trailers) {
    complete = true;
  }

  @Override
  public void localReply(String why) {
    details = why;
  }

  /** To a client without a response yet, a reset is an error of the proxy. */
  @Override
  public void reset(String why) {
    response = LocalReply.ofProxy(502, why, "").prepare(RequestKind.PLAIN).headers();
    details = why;
    complete = true;
  }
}
