package dev.sluice.host.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;

/**
 * Java's NIO with event loops that have a large stack: plugins run on them, and a guest that limits its own recursion
 * would else meet the end of a usual stack first.
 */
final class DeepTransport implements Transport, io.vertx.core.transport.Transport {
  /** Address space; memory is taken as far as a stack really grows. */
  private static final long STACK_BYTES = 256L << 20;

  private final Transport nio = io.vertx.core.transport.Transport.NIO.implementation();

  @Override
  public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory usual, int ioRatio) {
    ThreadFactory deep = work -> new FastThreadLocalThread(null, work, "sluice-gateway", STACK_BYTES);
    return nio.eventLoopGroup(type, threads, type == IO_EVENT_LOOP_GROUP ? deep : usual, ioRatio);
  }

  @Override
  public String name() {
    return "nio with deep stacks";
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Throwable unavailabilityCause() {
    return null;
  }

  @Override
  public Transport implementation() {
    return this;
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return nio.ioHandlerFactory();
  }

  @Override
  @SuppressWarnings("deprecation") // The interface asks for this type.
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return nio.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
    return nio.datagramChannelFactory();
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    return nio.channelFactory(domainSocket);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return nio.serverChannelFactory(domainSocket);
  }
}
