package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.List;

/**
 * What lies behind the last plugin of a response: the client.
 *
 * @param whenComplete what is to be done when the last of it leaves
 * @param whenTooLarge what becomes of a response that is too large to be held
 */
record ResponseExit(HttpSink sink, Runnable whenComplete, Runnable whenTooLarge) implements Direction.Exit {
  @Override
  public void headers(HeaderMap headers, boolean endOfStream) {
    leave(endOfStream);
    sink.responseHeaders(headers, endOfStream);
  }

  @Override
  public void data(Bytes data, boolean endOfStream) {
    leave(endOfStream);
    sink.responseData(data, endOfStream);
  }

  @Override
  public void trailers(HeaderMap trailers) {
    leave(true);
    sink.responseTrailers(trailers);
  }

  @Override
  public void metadata(List<Header> entries) {
    sink.responseMetadata(entries);
  }

  @Override
  public void tooLarge() {
    whenTooLarge.run();
  }

  private void leave(boolean endOfStream) {
    if (endOfStream) {
      whenComplete.run();
    }
  }
}
