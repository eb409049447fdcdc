package dev.sluice.host.model;

import dev.sluice.abi.Callback;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.StopOrContinue;

/** The two directions of an HTTP exchange, and the callbacks of each. */
enum Way {
  REQUEST,
  RESPONSE;

  HeaderMapKind trailerKind() {
    return this == REQUEST ? HeaderMapKind.REQUEST_TRAILERS : HeaderMapKind.RESPONSE_TRAILERS;
  }

  /** What the plugin answers to headers; null where that does not count, see {@link StreamContext#ask}. */
  HeadersStatus headers(StreamContext context, int count, boolean endOfStream) {
    return this == REQUEST
        ? context.ask(Callback.REQUEST_HEADERS,
            guest -> guest.onRequestHeaders(context.id(), count, endOfStream), HeadersStatus.CONTINUE)
        : context.ask(Callback.RESPONSE_HEADERS,
            guest -> guest.onResponseHeaders(context.id(), count, endOfStream), HeadersStatus.CONTINUE);
  }

  /** What the plugin answers to a piece of the body. */
  DataStatus data(StreamContext context, int size, boolean endOfStream) {
    return this == REQUEST
        ? context.ask(Callback.REQUEST_BODY,
            guest -> guest.onRequestBody(context.id(), size, endOfStream), DataStatus.CONTINUE)
        : context.ask(Callback.RESPONSE_BODY,
            guest -> guest.onResponseBody(context.id(), size, endOfStream), DataStatus.CONTINUE);
  }

  /** Tells the plugin of HTTP/2 metadata; what it answers does not count. */
  void metadata(StreamContext context, int count) {
    if (this == REQUEST) {
      context.ask(Callback.REQUEST_METADATA,
          guest -> guest.onRequestMetadata(context.id(), count), StopOrContinue.CONTINUE);
    } else {
      context.ask(Callback.RESPONSE_METADATA,
          guest -> guest.onResponseMetadata(context.id(), count), StopOrContinue.CONTINUE);
    }
  }

  /** What the plugin answers to trailers. */
  StopOrContinue trailers(StreamContext context, int count) {
    return this == REQUEST
        ? context.ask(Callback.REQUEST_TRAILERS,
            guest -> guest.onRequestTrailers(context.id(), count), StopOrContinue.CONTINUE)
        : context.ask(Callback.RESPONSE_TRAILERS,
            guest -> guest.onResponseTrailers(context.id(), count), StopOrContinue.CONTINUE);
  }
}
