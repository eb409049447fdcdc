package dev.sluice.abi.guest;

import dev.sluice.abi.PeerType;

/** Callbacks of TCP connections, see {@link Exports}. */
final class TcpExports {
  private TcpExports() {}

  static int onNewConnection(int contextId) {
    Arena.enter();
    try {
      return Exports.callbacks.onNewConnection(contextId).code();
    } catch (Throwable failure) {
      return Uncaught.tcp("onNewConnection", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onDownstreamData(int contextId, int dataSize, int endOfStream) {
    Arena.enter();
    try {
      return Exports.callbacks.onDownstreamData(contextId, dataSize, endOfStream != 0).code();
    } catch (Throwable failure) {
      return Uncaught.tcp("onDownstreamData", failure);
    } finally {
      Arena.leave();
    }
  }

  static int onUpstreamData(int contextId, int dataSize, int endOfStream) {
    Arena.enter();
    try {
      return Exports.callbacks.onUpstreamData(contextId, dataSize, endOfStream != 0).code();
    } catch (Throwable failure) {
      return Uncaught.tcp("onUpstreamData", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onDownstreamConnectionClose(int contextId, int closedBy) {
    Arena.enter();
    try {
      Exports.callbacks.onDownstreamConnectionClose(contextId, PeerType.fromCode(closedBy).getOrElse(PeerType.UNKNOWN));
    } catch (Throwable failure) {
      Uncaught.log("onDownstreamConnectionClose", failure);
    } finally {
      Arena.leave();
    }
  }

  static void onUpstreamConnectionClose(int contextId, int closedBy) {
    Arena.enter();
    try {
      Exports.callbacks.onUpstreamConnectionClose(contextId, PeerType.fromCode(closedBy).getOrElse(PeerType.UNKNOWN));
    } catch (Throwable failure) {
      Uncaught.log("onUpstreamConnectionClose", failure);
    } finally {
      Arena.leave();
    }
  }
}
