package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * One of the two sockets of a connection, whose halves are closed one by one (RFC 9293 section 3.6), which Vert.x does
 * not do by itself.
 */
final class TcpPeer {
  private final NetSocket socket;
  private final ChannelHandlerContext context;
  private final DuplexChannel channel;
  private Future<Void> written = Future.succeededFuture();
  private boolean closed;

  /** @param reading whether to read at first */
  TcpPeer(NetSocket socket, boolean reading, Events events) {
    this.socket = socket;
    this.context = ((NetSocketInternal) socket).channelHandlerContext();
    this.channel = (DuplexChannel) context.channel();
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    channel.config().setAutoRead(reading);
    context.pipeline().addBefore(context.name(), "half", new Half(() -> events.data(Bytes.EMPTY, true)));
    socket.handler(buffer -> events.data(Bytes.wrap(buffer.getBytes()), false));
    socket.exceptionHandler(expected -> {});
    socket.closeHandler(gone -> {
      closed = true;
      events.closed();
    });
    socket.drainHandler(drained -> events.drained());
  }

  /** Sends this; nothing follows the end of the stream. */
  void send(Bytes data, boolean endOfStream) {
    if (closed) {
      return;
    }
    if (!data.isEmpty()) {
      written = socket.write(Buffer.buffer(data.toArray()));
    }
    if (endOfStream) {
      written.onSuccess(done -> shutOutput());
    }
  }

  private void shutOutput() {
    // It fails where the socket is closed, and that is told anyway.
    var unused = channel.shutdownOutput();
  }

  /** Reads on, or not. */
  void read(boolean on) {
    if (!closed && channel.config().isAutoRead() != on) {
      channel.config().setAutoRead(on);
    }
  }

  /** True while the other end takes what it gets more slowly than it comes. */
  boolean isFull() {
    return !closed && socket.writeQueueFull();
  }

  /** Closes the socket when what was sent has left. */
  Future<Void> close() {
    return written.transform(left -> socket.close());
  }

  /** Closes the socket, whatever has not left. */
  void closeAtOnce() {
    var unused = context.close();
  }

  /** What happens on a socket. */
  interface Events {
    void data(Bytes data, boolean endOfStream);

    /** More can be sent again. */
    void drained();

    /** The socket is closed, by whomever. */
    void closed();
  }

  /** Sees that the other end has closed its half; all it sent has been handed over before. */
  private static final class Half extends ChannelInboundHandlerAdapter {
    private final Runnable ended;

    Half(Runnable ended) {
      this.ended = ended;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof ChannelInputShutdownEvent) {
        ended.run();
      }
      context.fireUserEventTriggered(event);
    }
  }
}
