package dev.sluice.hostcalls;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.abi.event.HostCallbacks;
import java.util.ArrayList;
import java.util.List;

/**
 * The plugins of {@link Typical} as an author without the language writes them, who knows Envoy well and spares every
 * hostcall that can be spared.
 */
abstract class ByHand implements HostCallbacks {
  final Hostcalls host;

  ByHand(Hostcalls host) {
    this.host = host;
  }

  static Bytes name(String text) {
    return Bytes.utf8(text);
  }

  HeadersStatus refuse(int status) {
    host.replies().send(status, Bytes.EMPTY, Bytes.EMPTY, HeaderMapCodec.encode(List.of()), -1);
    return HeadersStatus.STOP_ITERATION;
  }

  static final class RequireUser extends ByHand {
    RequireUser(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      return host.headers().value(MapType.REQUEST_HEADERS, name("x-user-id")).isBlank()
          ? refuse(403)
          : HeadersStatus.CONTINUE;
    }
  }

  static final class SetOne extends ByHand {
    SetOne(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.headers().replace(MapType.REQUEST_HEADERS, name("x-edge"), name("1"));
      return HeadersStatus.CONTINUE;
    }
  }

  static final class Secure extends ByHand {
    Secure(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.headers().remove(MapType.RESPONSE_HEADERS, name("server"));
      host.headers().replace(MapType.RESPONSE_HEADERS, name("x-frame-options"), name("DENY"));
      return HeadersStatus.CONTINUE;
    }
  }

  /** Two hostcalls whatever the number: all are read, all are written. */
  static final class SetSix extends ByHand {
    SetSix(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      List<Header> all = new ArrayList<>();
      host.headers()
          .pairs(MapType.REQUEST_HEADERS)
          .forEach((name, value) -> all.add(new Header(name, value)));
      for (int i = 1; i <= 6; i++) {
        all.add(Header.of("x-" + i, Integer.toString(i)));
      }
      host.headers().setPairs(MapType.REQUEST_HEADERS, HeaderMapCodec.encode(all));
      return HeadersStatus.CONTINUE;
    }
  }

  static final class Prefix extends ByHand {
    Prefix(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      String path = host.headers().value(MapType.REQUEST_HEADERS, name(":path")).bytes().utf8();
      if (path.startsWith("/api/")) {
        host.headers().replace(MapType.REQUEST_HEADERS, name(":path"), name("/v2" + path.substring(4)));
      }
      return HeadersStatus.CONTINUE;
    }
  }

  /** Whether there are several can only be seen in all headers. */
  static final class Bearer extends ByHand {
    Bearer(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      HeaderPairs pairs = host.headers().pairs(MapType.REQUEST_HEADERS);
      Bytes wanted = name("authorization");
      return pairs.occurrences(wanted) == 1 && pairs.first(wanted).bytes().utf8().equals("Bearer let-me")
          ? HeadersStatus.CONTINUE
          : refuse(401);
    }
  }

  static final class Questions extends ByHand {
    Questions(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      HeaderPairs pairs = host.headers().pairs(MapType.REQUEST_HEADERS);
      if (pairs.first(name(":path")).bytes().utf8().startsWith("/admin")
          || pairs.first(name(":method")).bytes().utf8().equals("TRACE")) {
        return refuse(403);
      }
      if (pairs.first(name("x-user-id")).isBlank() || pairs.first(name("x-request-id")).isBlank()) {
        return refuse(400);
      }
      if (!pairs.first(name("x-debug")).isBlank()) {
        host.headers().replace(MapType.REQUEST_HEADERS, name("x-log"), name("1"));
      }
      return HeadersStatus.CONTINUE;
    }
  }

  static final class KeepId extends ByHand {
    KeepId(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      if (host.headers().value(MapType.REQUEST_HEADERS, name("x-request-id")).isBlank()) {
        host.headers().replace(MapType.REQUEST_HEADERS, name("x-request-id"), name("made here"));
      }
      return HeadersStatus.CONTINUE;
    }
  }

  static final class AskAuth extends ByHand {
    private int waiting;

    AskAuth(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      Fetched token = host.headers().value(MapType.REQUEST_HEADERS, name("authorization"));
      List<Header> headers = List.of(Header.of(":method", "GET"), Header.of(":path", "/check"),
          Header.of(":authority", "auth"), new Header(name("authorization"), token.bytes()));
      host.httpCallouts()
          .dispatch(
              name("auth"), HeaderMapCodec.encode(headers), Bytes.EMPTY, HeaderMapCodec.encode(List.of()), 200);
      waiting = contextId;
      return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
    }

    @Override
    public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
      String status = host.headers().value(MapType.HTTP_CALL_RESPONSE_HEADERS, name(":status")).bytes().utf8();
      host.flow().setEffectiveContext(waiting);
      if (status.equals("200")) {
        host.flow().continueStream(StreamType.HTTP_REQUEST);
      } else {
        refuse(401);
      }
    }
  }

  /** All headers are needed to see messages that never end, and announced sizes; the wait for the body has a limit. */
  static final class ReadBody extends ByHand {
    private long late;

    ReadBody(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      HeaderPairs pairs = host.headers().pairs(MapType.REQUEST_HEADERS);
      late = host.time().now().value() + 5_000_000_000L;
      host.time().tickPeriod(100);
      return pairs.first(name("upgrade")).isOk() || pairs.first(name("content-length")).length() > 7
          ? refuse(413)
          : HeadersStatus.STOP_ITERATION;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      if (!endOfStream) {
        return DataStatus.STOP_ITERATION_AND_BUFFER;
      }
      String body = host.buffers().get(BufferType.HTTP_REQUEST_BODY, 0, bodySize).bytes().utf8();
      late = Long.MAX_VALUE;
      if (Integer.parseInt(body.replaceAll("[^0-9]", "")) > 1000) {
        refuse(403);
      }
      return DataStatus.CONTINUE;
    }

    @Override
    public void onTick(int rootContextId) {
      if (host.time().now().value() > late) {
        refuse(408);
      }
    }
  }

  static final class ReplaceBody extends ByHand {
    ReplaceBody(Hostcalls host) {
      super(host);
    }

    /** Without a length, since it may change, and without tags of the old content. */
    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      for (String stale : List.of("content-length", "etag", "accept-ranges", "digest", "content-md5")) {
        host.headers().remove(MapType.RESPONSE_HEADERS, name(stale));
      }
      return HeadersStatus.CONTINUE;
    }

    @Override
    public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
      String body = host.buffers().get(BufferType.HTTP_RESPONSE_BODY, 0, bodySize).bytes().utf8();
      host.buffers().set(BufferType.HTTP_RESPONSE_BODY, 0, bodySize, name(body.replace("up", "down")));
      return DataStatus.CONTINUE;
    }
  }

  static final class Count extends ByHand {
    private int metric;

    Count(Hostcalls host) {
      super(host);
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      metric = host.metrics().define(MetricType.COUNTER, name("requests")).asInt();
      return true;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.metrics().increment(metric, 1);
      return HeadersStatus.CONTINUE;
    }
  }
}
