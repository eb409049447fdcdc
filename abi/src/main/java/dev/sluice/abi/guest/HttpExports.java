package dev.sluice.abi.guest;

/** Callbacks of HTTP streams, see {@link Exports}. */
final class HttpExports {
  private HttpExports() {}

  static int onRequestHeaders(int contextId, int headerCount, int endOfStream) {
    Arena.enter();
    try {
      return Exports.callbacks.onRequestHeaders(contextId, headerCount, endOfStream != 0).code();
    } catch (Throwable failure) {
      return Uncaught.http("onRequestHeaders", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onRequestBody(int contextId, int bodySize, int endOfStream) {
    Arena.enter();
    try {
      return Exports.callbacks.onRequestBody(contextId, bodySize, endOfStream != 0).code();
    } catch (Throwable failure) {
      return Uncaught.http("onRequestBody", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onRequestTrailers(int contextId, int trailerCount) {
    Arena.enter();
    try {
      return Exports.callbacks.onRequestTrailers(contextId, trailerCount).code();
    } catch (Throwable failure) {
      return Uncaught.http("onRequestTrailers", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onRequestMetadata(int contextId, int elementCount) {
    Arena.enter();
    try {
      return Exports.callbacks.onRequestMetadata(contextId, elementCount).code();
    } catch (Throwable failure) {
      return Uncaught.http("onRequestMetadata", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onResponseHeaders(int contextId, int headerCount, int endOfStream) {
    Arena.enter();
    try {
      return Exports.callbacks.onResponseHeaders(contextId, headerCount, endOfStream != 0).code();
    } catch (Throwable failure) {
      return Uncaught.http("onResponseHeaders", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onResponseBody(int contextId, int bodySize, int endOfStream) {
    Arena.enter();
    try {
      return Exports.callbacks.onResponseBody(contextId, bodySize, endOfStream != 0).code();
    } catch (Throwable failure) {
      return Uncaught.http("onResponseBody", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onResponseTrailers(int contextId, int trailerCount) {
    Arena.enter();
    try {
      return Exports.callbacks.onResponseTrailers(contextId, trailerCount).code();
    } catch (Throwable failure) {
      return Uncaught.http("onResponseTrailers", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onResponseMetadata(int contextId, int elementCount) {
    Arena.enter();
    try {
      return Exports.callbacks.onResponseMetadata(contextId, elementCount).code();
    } catch (Throwable failure) {
      return Uncaught.http("onResponseMetadata", failure);
    } finally {
      Arena.leave();
    }
  }
}
