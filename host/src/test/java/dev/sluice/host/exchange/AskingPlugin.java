package dev.sluice.host.exchange;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import java.util.List;

/** Asks the cluster {@code one} for each request, holds it until then and tells what comes. */
class AskingPlugin extends TestPlugin {
  static final Header[] POST =
      {Header.of(":method", "POST"), Header.of(":path", "/ask"), Header.of(":authority", "service")};

  final List<String> told;
  int stream;

  AskingPlugin(Hostcalls host, List<String> told) {
    super(host);
    this.told = told;
  }

  @Override
  public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
    stream = contextId;
    ask();
    return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
  }

  void ask() {
    call("one", 0);
  }

  Answer call(String cluster, int timeoutMillis) {
    return call(cluster, timeoutMillis, "question", POST);
  }

  Answer call(String cluster, int timeoutMillis, String body, Header... headers) {
    Answer token = host.httpCallouts()
        .dispatch(Bytes.utf8(cluster), HeaderMapCodec.encode(List.of(headers)), Bytes.utf8(body),
            HeaderMapCodec.encode(List.of(Header.of("x-trailer", "1"))), timeoutMillis);
    told.add("call " + token.status());
    return token;
  }

  @Override
  public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
    told.add(seen() + " (" + headerCount + ", " + bodySize + ", " + trailerCount + ")");
  }

  /** Status, body and trailer of the answer as far as they can be read. */
  final String seen() {
    return told(host.headers().value(MapType.HTTP_CALL_RESPONSE_HEADERS, Bytes.utf8(":status"))) + " "
        + told(host.buffers().get(BufferType.HTTP_CALL_RESPONSE_BODY, 0, 1 << 20)) + " "
        + told(host.headers().value(MapType.HTTP_CALL_RESPONSE_TRAILERS, Bytes.utf8("x-end")));
  }

}
