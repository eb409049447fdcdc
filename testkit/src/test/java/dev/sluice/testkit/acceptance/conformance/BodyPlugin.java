package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** Body chunks: holds the request's until its end and puts marks around it, passes the response's with a mark each. */
public final class BodyPlugin implements HostCallbacksFactory {
  @Override
  public HostCallbacks create(Hostcalls host) {
    return new Callbacks(host);
  }

  private static final class Callbacks implements HostCallbacks {
    private static final Bytes LENGTH = Bytes.constant("content-length");

    private final Hostcalls host;

    Callbacks(Hostcalls host) {
      this.host = host;
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.headers().remove(MapType.REQUEST_HEADERS, LENGTH);
      return HeadersStatus.CONTINUE;
    }

    @Override
    public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
      Bytes size = Bytes.utf8(Decimal.of(host.buffers().status(BufferType.HTTP_REQUEST_BODY).length()));
      host.log().log(LogLevel.INFO, size);
      if (!endOfStream) {
        return DataStatus.STOP_ITERATION_AND_BUFFER;
      }
      Bytes second = host.buffers().get(BufferType.HTTP_REQUEST_BODY, 1, 1).bytes();
      set(1, 1, Bytes.utf8("*"));
      set(0, 2, Bytes.utf8("+"));
      set(0, 0, Bytes.utf8("<"));
      set(bodySize, 0, second);
      return DataStatus.CONTINUE;
    }

    private void set(int start, int length, Bytes bytes) {
      Status status = host.buffers().set(BufferType.HTTP_REQUEST_BODY, start, length, bytes);
      host.log().log(LogLevel.INFO, Bytes.utf8(status.name()));
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      host.headers().remove(MapType.RESPONSE_HEADERS, LENGTH);
      return HeadersStatus.CONTINUE;
    }

    @Override
    public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
      if (bodySize > 0) {
        host.buffers().set(BufferType.HTTP_RESPONSE_BODY, bodySize, 0, Bytes.utf8("|"));
      }
      return DataStatus.CONTINUE;
    }
  }
}
