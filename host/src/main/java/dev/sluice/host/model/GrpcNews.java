package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.MapType;

/**
 * Tells a plugin what comes back from gRPC services, and what its callbacks can see of it. What is to be done
 * afterwards is done before anything that the plugin orders.
 */
final class GrpcNews {
  private final RootContext root;
  private HeaderMap initial;
  private HeaderMap trailing;
  private DataBuffer message;

  GrpcNews(RootContext root) {
    this.root = root;
  }

  void initialMetadata(int token, StreamContext asker, HeaderMap metadata) {
    initial = metadata;
    root.tell(asker, Callback.GRPC_RECEIVE_INITIAL_METADATA,
        guest -> guest.onGrpcReceiveInitialMetadata(root.id(), token, metadata.size()), () -> initial = null);
  }

  void message(int token, StreamContext asker, Bytes received, Runnable afterwards) {
    message = new DataBuffer(received);
    root.tell(asker, Callback.GRPC_RECEIVE,
        guest -> guest.onGrpcReceive(root.id(), token, received.length()), () -> {
          message = null;
          afterwards.run();
        });
  }

  void trailingMetadata(int token, StreamContext asker, HeaderMap metadata) {
    trailing = metadata;
    root.tell(asker, Callback.GRPC_RECEIVE_TRAILING_METADATA,
        guest -> guest.onGrpcReceiveTrailingMetadata(root.id(), token, metadata.size()), () -> trailing = null);
  }

  void closed(int token, StreamContext asker, int status, Bytes text, Runnable afterwards) {
    if (root.vm().guest().exports(Callback.GRPC_CLOSE)) {
      root.callStatus().set(status, text);
    }
    root.tell(asker, Callback.GRPC_CLOSE, guest -> guest.onGrpcClose(root.id(), token, status), afterwards);
  }

  /** Metadata that the plugin is being told of; null where there is none. */
  HeaderMap map(MapType type) {
    return type == MapType.GRPC_RECEIVE_INITIAL_METADATA ? initial : trailing;
  }

  /** The message that the plugin is being told of; null where there is none. */
  DataBuffer message() {
    return message;
  }
}
