package dev.sluice.abi.guest;

/** Callbacks with answers to the plugin's own calls, see {@link Exports}. */
final class CalloutExports {
  private CalloutExports() {}

  static void onHttpCallResponse(int contextId, int token, int headerCount, int bodySize, int trailerCount) {
    Arena.enter();
    try {
      Exports.callbacks.onHttpCallResponse(contextId, token, headerCount, bodySize, trailerCount);
    } catch (Throwable failure) {
      Uncaught.log("onHttpCallResponse", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onGrpcReceiveInitialMetadata(int contextId, int token, int elementCount) {
    Arena.enter();
    try {
      Exports.callbacks.onGrpcReceiveInitialMetadata(contextId, token, elementCount);
    } catch (Throwable failure) {
      Uncaught.log("onGrpcReceiveInitialMetadata", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onGrpcReceive(int contextId, int token, int messageSize) {
    Arena.enter();
    try {
      Exports.callbacks.onGrpcReceive(contextId, token, messageSize);
    } catch (Throwable failure) {
      Uncaught.log("onGrpcReceive", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onGrpcReceiveTrailingMetadata(int contextId, int token, int elementCount) {
    Arena.enter();
    try {
      Exports.callbacks.onGrpcReceiveTrailingMetadata(contextId, token, elementCount);
    } catch (Throwable failure) {
      Uncaught.log("onGrpcReceiveTrailingMetadata", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onGrpcClose(int contextId, int token, int grpcStatus) {
    Arena.enter();
    try {
      Exports.callbacks.onGrpcClose(contextId, token, grpcStatus);
    } catch (Throwable failure) {
      Uncaught.log("onGrpcClose", failure);
    } finally {
      Arena.leave();
    }
  }
}
