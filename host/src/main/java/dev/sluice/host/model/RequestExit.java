package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.List;

/**
 * What lies behind the last plugin of a request: the upstream.
 *
 * @param whenTooLarge what becomes of a request that is too large to be held
 */
record RequestExit(HttpSink sink, Runnable whenTooLarge) implements Direction.Exit {
  @Override
  public void headers(HeaderMap headers, boolean endOfStream) {
    sink.requestHeaders(headers, endOfStream);
  }

  @Override
  public void data(Bytes data, boolean endOfStream) {
    sink.requestData(data, endOfStream);
  }

  @Override
  public void trailers(HeaderMap trailers) {
    sink.requestTrailers(trailers);
  }

  @Override
  public void metadata(List<Header> entries) {
    sink.requestMetadata(entries);
  }

  @Override
  public void tooLarge() {
    whenTooLarge.run();
  }
}
