package dev.sluice.host.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2ChannelDuplexHandler;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One side of an HTTP/2 connection whose every frame is written by a test, one stream at a time. */
final class Http2Peer implements AutoCloseable {
  /** The frames of streams that came, as text: {@code headers name: value ...}, {@code data text}, {@code reset}. */
  final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final BiConsumer<Http2Peer, String> reaction;
  private final Channel channel;
  private Channel peer;
  private Http2FrameStream stream;

  private Http2Peer(boolean server, InetSocketAddress address, BiConsumer<Http2Peer, String> reaction) {
    this.reaction = reaction;
    if (server) {
      channel = new ServerBootstrap().group(loop)
          .channel(NioServerSocketChannel.class)
          .childHandler(new Frames(Http2FrameCodecBuilder.forServer()))
          .bind(address)
          .syncUninterruptibly()
          .channel();
    } else {
      channel = new Bootstrap().group(loop)
          .channel(NioSocketChannel.class)
          .handler(new Frames(Http2FrameCodecBuilder.forClient()))
          .connect(address)
          .syncUninterruptibly()
          .channel();
      peer = channel;
      stream = channel.pipeline().get(Reading.class).newStream();
    }
  }

  /** A client with one stream. */
  static Http2Peer client(int port) {
    return new Http2Peer(false, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (peer, frame) -> {});
  }

  /** A server that reacts to each frame. */
  static Http2Peer server(BiConsumer<Http2Peer, String> reaction) {
    return new Http2Peer(true, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), reaction);
  }

  URI uri() {
    return URI.create("h2c://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
  }

  /** Sends headers or trailers, names and values in turn. */
  Http2Peer headers(boolean endOfStream, String... fields) {
    Http2Headers headers = new DefaultHttp2Headers();
    for (int i = 0; i < fields.length; i += 2) {
      headers.add(fields[i], fields[i + 1]);
    }
    return write(new DefaultHttp2HeadersFrame(headers, endOfStream));
  }

  Http2Peer data(String text, boolean endOfStream) {
    return write(
        new DefaultHttp2DataFrame(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1), endOfStream));
  }

  /** Breaks the stream off. */
  Http2Peer reset() {
    return write(new DefaultHttp2ResetFrame(Http2Error.CANCEL));
  }

  private Http2Peer write(Http2StreamFrame frame) {
    peer.writeAndFlush(frame.stream(stream)).addListener(written -> {
      if (!written.isSuccess()) {
        frames.add("not sent: " + written.cause());
      }
    });
    return this;
  }

  /** The next frame, data frames without content left out. */
  String next() throws InterruptedException {
    String frame = frames.take();
    return frame.equals("data ") ? next() : frame;
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Frames extends ChannelInitializer<Channel> {
    private final Http2FrameCodecBuilder codec;

    Frames(Http2FrameCodecBuilder codec) {
      this.codec = codec;
    }

    @Override
    protected void initChannel(Channel connection) {
      connection.pipeline().addLast(codec.build(), new Reading());
    }
  }

  private final class Reading extends Http2ChannelDuplexHandler {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof Http2StreamFrame frame) {
        String text = text(frame);
        if (text != null) {
          peer = context.channel();
          stream = frame.stream();
          frames.add(text);
          reaction.accept(Http2Peer.this, text);
        }
      }
      ReferenceCountUtil.release(message);
    }
  }

  private static String text(Http2StreamFrame frame) {
    return switch (frame) {
      case Http2HeadersFrame headers -> "headers" + list(headers.headers()) + (headers.isEndStream() ? " end" : "");
      case Http2DataFrame data ->
        "data " + data.content().toString(StandardCharsets.ISO_8859_1) + (data.isEndStream() ? " end" : "");
      case Http2ResetFrame reset -> "reset";
      default -> null;
    };
  }

  private static String list(Http2Headers headers) {
    StringBuilder text = new StringBuilder();
    headers.forEach(field -> text.append(' ').append(field.getKey()).append(": ").append(field.getValue()));
    return text.toString();
  }
}
