package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import io.vavr.collection.Vector;
import java.util.List;

/** Headers and trailers: reads, adds, replaces, removes, replaces the map as a whole, replies, resets. */
public final class HeadersPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final Bytes MODE = Bytes.constant("x-mode");
    private static final Bytes ADDED = Bytes.constant("x-added");

    private final Hostcalls host;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      HeaderCalls headers = host.headers();
      String mode = headers.value(MapType.REQUEST_HEADERS, MODE).bytes().utf8();
      if (mode.equals("edit")) {
        log("count", headerCount == headers.pairs(MapType.REQUEST_HEADERS).count());
        log("size", headers.size(MapType.REQUEST_HEADERS).value() > 0);
        log("level", host.log().level().isOk());
        headers.add(MapType.REQUEST_HEADERS, ADDED, Bytes.utf8("1"));
        headers.add(MapType.REQUEST_HEADERS, ADDED, Bytes.utf8("2"));
        headers.replace(MapType.REQUEST_HEADERS, Bytes.utf8("x-replaced"), Bytes.utf8("new"));
        headers.remove(MapType.REQUEST_HEADERS, Bytes.utf8("x-removed"));
        log("missing", headers.value(MapType.REQUEST_HEADERS, Bytes.utf8("x-none")).status().name());
        log("no map", headers.value(MapType.RESPONSE_HEADERS, MODE).status().name());
      } else if (mode.equals("rewrite")) {
        rewrite(headers);
      } else if (mode.equals("reply")) {
        Bytes extra = HeaderMapCodec.encode(List.of(Header.of("x-reply", "yes")));
        host.replies().send(418, Bytes.utf8("teapot"), Bytes.utf8("short"), extra, ReplyCalls.NO_GRPC_STATUS);
      }
      return HeadersStatus.CONTINUE;
    }

    /** Keeps what it does not know, as a whole-map replacement has to. */
    private static void rewrite(HeaderCalls headers) {
      HeaderPairs before = headers.pairs(MapType.REQUEST_HEADERS);
      Pairs kept = new Pairs();
      before.forEach(kept);
      headers.setPairs(MapType.REQUEST_HEADERS, HeaderMapCodec.encode(kept.pairs.asJava()));
    }

    @Override
    public StopOrContinue onRequestTrailers(int contextId, int trailerCount) {
      log("request trailer", host.headers().value(MapType.REQUEST_TRAILERS, Bytes.utf8("x-sum")).bytes().utf8());
      return StopOrContinue.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.headers().replace(MapType.RESPONSE_HEADERS, Bytes.utf8("x-count"), Bytes.utf8("seen"));
      return HeadersStatus.CONTINUE;
    }

    @Override
    public StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
      host.headers().add(MapType.RESPONSE_TRAILERS, Bytes.utf8("x-more"), Bytes.utf8(Decimal.of(trailerCount)));
      return StopOrContinue.CONTINUE;
    }

    private void log(String what, boolean value) {
      log(what, value ? "true" : "false");
    }

    private void log(String what, String value) {
      host.log().log(LogLevel.INFO, Bytes.utf8(what + ": " + value));
    }
  }

  private static final class Pairs implements HeaderPairs.Visitor {
    private Vector<Header> pairs = Vector.empty();

    @Override
    public void pair(Bytes name, Bytes value) {
      if (name.equals(Bytes.utf8("x-old"))) {
        pairs = pairs.append(Header.of("x-new", value.utf8()));
      } else {
        pairs = pairs.append(new Header(name, value));
      }
    }
  }
}
