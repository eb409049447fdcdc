package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.HttpCalloutCalls;
import org.teavm.interop.Import;

/** HTTP callouts over the imports. */
final class HttpCalloutImports implements HttpCalloutCalls {

  @Import(module = "env", name = "proxy_http_call")
  private static native int httpCall(int upstream,
      int upstreamSize,
      int headers,
      int headersSize,
      int body,
      int bodySize,
      int trailers,
      int trailersSize,
      int timeout,
      int outToken);

  @Override
  public Answer dispatch(Bytes upstream, Bytes headers, Bytes body, Bytes trailers, int timeoutMillis) {
    int upstreamAt = Arena.place(upstream);
    int headersAt = Arena.place(headers);
    int bodyAt = Arena.place(body);
    int trailersAt = Arena.place(trailers);
    return Numbers.word(
        httpCall(
            upstreamAt, upstream.length(), headersAt, headers.length(), bodyAt, body.length(), trailersAt,
            trailers.length(), timeoutMillis, Arena.FIRST_RESULT));
  }
}
