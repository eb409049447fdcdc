package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HttpSink;
import java.util.List;

/** Both ends of a conversation. */
final class Wire implements HttpSink {
  private final Conversation conversation;

  Wire(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void requestHeaders(HeaderMap headers, boolean endOfStream) {
    conversation.upstream().head(headers, endOfStream);
  }

  @Override
  public void requestData(Bytes data, boolean endOfStream) {
    conversation.upstream().data(data, endOfStream);
  }

  @Override
  public void requestTrailers(HeaderMap trailers) {
    conversation.upstream().tail(trailers);
  }

  @Override
  public void requestMetadata(List<Header> entries) {
    conversation.upstream().metadata(entries);
  }

  @Override
  public void responseHeaders(HeaderMap headers, boolean endOfStream) {
    conversation.client().head(headers, endOfStream);
  }

  @Override
  public void responseData(Bytes data, boolean endOfStream) {
    conversation.client().data(data, endOfStream);
  }

  @Override
  public void responseTrailers(HeaderMap trailers) {
    conversation.client().tail(trailers);
  }

  @Override
  public void responseMetadata(List<Header> entries) {
    conversation.client().metadata(entries);
  }

  @Override
  public void localReply(String details) {
    conversation.localReply(details);
  }

  @Override
  public void clearRouteCache() {
    conversation.clearRouteCache();
  }

  @Override
  public void reset(String details) {
    conversation.reset(details);
  }
}
