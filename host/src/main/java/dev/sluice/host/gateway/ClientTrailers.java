package dev.sluice.host.gateway;

import dev.sluice.abi.Header;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Headers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.impl.HttpClientConnection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Trailers of requests to the upstream, which Vert.x cannot send: they are put where its codecs write. */
final class ClientTrailers {
  private static final String NAME = "trailers";

  private ClientTrailers() {}

  /**
   * Ends a request with trailers.
   *
   * @param written done when all data before has been written
   * @param refused is told what cannot be sent
   */
  static void end(HttpClientRequest request, List<Header> trailers, Future<Void> written, Consumer<String> refused) {
    ChannelHandlerContext context = ((HttpClientConnection) request.connection()).channelHandlerContext();
    if (context.handler() instanceof Http2ConnectionHandler http2) {
      Http2Headers headers = new DefaultHttp2Headers();
      write(trailers, headers::add, refused);
      int stream = (int) request.streamId();
      written.onSuccess(done -> {
        // Where this fails the stream has failed, and with it the response.
        var unused = http2.encoder().writeHeaders(context, stream, headers, 0, true, context.newPromise());
        context.flush();
      });
      return;
    }
    if (!request.isChunked()) {
      refused.accept("trailers are left out, since the request says how long its body is");
      request.end();
      return;
    }
    if (context.pipeline().get(NAME) == null) {
      context.pipeline().addBefore(context.name(), NAME, new Http1());
    }
    ((Http1) context.pipeline().get(NAME)).next(headers -> write(trailers, headers::add, refused));
    request.end();
  }

  private static void write(
      List<Header> trailers, BiConsumer<CharSequence, CharSequence> to, Consumer<String> refused) {
    for (Header field : trailers) {
      WireHeaders.put(field, to, refused);
    }
  }

  /** Puts trailers into the last message of a request. */
  private static final class Http1 extends ChannelOutboundHandlerAdapter {
    private Consumer<HttpHeaders> trailers = headers -> {};

    void next(Consumer<HttpHeaders> next) {
      trailers = next;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
      super.write(context, message instanceof LastHttpContent last ? complete(last) : message, promise);
    }

    private LastHttpContent complete(LastHttpContent last) {
      LastHttpContent complete = new DefaultLastHttpContent(last.content());
      trailers.accept(complete.trailingHeaders());
      trailers = headers -> {};
      return complete;
    }
  }
}
