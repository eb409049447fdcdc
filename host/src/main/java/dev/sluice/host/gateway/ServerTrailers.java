package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The trailers of requests, which Vert.x leaves aside: they are taken where its codecs read them. One for each
 * connection of a client, kept with its channel.
 */
public interface ServerTrailers {
  AttributeKey<ServerTrailers> KEY = AttributeKey.valueOf(ServerTrailers.class, "of");

  /** Those of this request, which has ended; to be called once for each request. */
  List<Header> of(HttpServerRequest request);

  /** Watches a new connection, or one that changes from HTTP/1.1 to HTTP/2. */
  static void watch(HttpConnection connection) {
    ChannelHandlerContext context = ((HttpServerConnection) connection).channelHandlerContext();
    ServerTrailers watching;
    if (context.handler() instanceof Http2ConnectionHandler http2) {
      watching = Http2.watch(http2);
    } else {
      Http1 http1 = new Http1();
      context.pipeline().addBefore(context.name(), "trailers", http1);
      watching = http1;
    }
    context.channel().attr(KEY).set(watching);
  }

  /** Those of a connection that is watched. */
  static ServerTrailers on(HttpConnection connection) {
    return ((HttpServerConnection) connection).channelHandlerContext().channel().attr(KEY).get();
  }

  private static List<Header> list(
      Iterable<? extends Map.Entry<? extends CharSequence, ? extends CharSequence>> fields) {
    List<Header> list = new ArrayList<>();
    fields.forEach(field -> list.add(
        new Header(Bytes.latin1(field.getKey().toString()), Bytes.latin1(field.getValue().toString()))));
    return List.copyOf(list);
  }

  /** Requests end in the order in which they were sent. */
  final class Http1 extends ChannelInboundHandlerAdapter implements ServerTrailers {
    private final Queue<List<Header>> ended = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof LastHttpContent last) {
        ended.add(list(last.trailingHeaders()));
      }
      context.fireChannelRead(message);
    }

    @Override
    public List<Header> of(HttpServerRequest request) {
      return ended.isEmpty() ? List.of() : ended.remove();
    }
  }

  /** Trailers are kept with their stream. */
  final class Http2 extends Http2FrameListenerDecorator implements ServerTrailers {
    private final Http2Connection connection;
    private final Http2Connection.PropertyKey key;

    private Http2(Http2Connection connection, Http2FrameListener next) {
      super(next);
      this.connection = connection;
      this.key = connection.newKey();
    }

    static Http2 watch(Http2ConnectionHandler handler) {
      Http2ConnectionDecoder decoder = handler.decoder();
      Http2 watching = new Http2(handler.connection(), decoder.frameListener());
      decoder.frameListener(watching);
      return watching;
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext context, int id, Http2Headers headers, int dependency,
        short weight, boolean exclusive, int padding, boolean endOfStream) throws Http2Exception {
      keep(id, headers);
      super.onHeadersRead(context, id, headers, dependency, weight, exclusive, padding, endOfStream);
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext context, int id, Http2Headers headers, int padding,
        boolean endOfStream) throws Http2Exception {
      keep(id, headers);
      super.onHeadersRead(context, id, headers, padding, endOfStream);
    }

    /** The first headers of a stream are the request's; those that follow are trailers. */
    private void keep(int id, Http2Headers headers) {
      Http2Stream stream = connection.stream(id);
      if (stream != null) {
        boolean first = stream.getProperty(key) == null;
        stream.setProperty(key, first ? List.of() : list(headers));
      }
    }

    @Override
    public List<Header> of(HttpServerRequest request) {
      Http2Stream stream = connection.stream((int) request.streamId());
      List<Header> trailers = stream == null ? null : stream.getProperty(key);
      return trailers == null ? List.of() : trailers;
    }
  }
}
