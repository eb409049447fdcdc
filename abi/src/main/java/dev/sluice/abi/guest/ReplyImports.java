package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.ReplyCalls;
import org.teavm.interop.Import;

/** Local replies over the imports. */
final class ReplyImports implements ReplyCalls {

  @Import(module = "env", name = "proxy_send_local_response")
  private static native int sendLocalResponse(
      int status, int details, int detailsSize, int body, int bodySize, int headers, int headersSize, int grpcStatus);

  @Override
  public Status send(int httpStatus, Bytes details, Bytes body, Bytes headers, int grpcStatus) {
    int detailsAt = Arena.place(details);
    int bodyAt = Arena.place(body);
    int headersAt = Arena.place(headers);
    return Status.of(
        sendLocalResponse(
            httpStatus,
            detailsAt,
            details.length(),
            bodyAt,
            body.length(),
            headersAt,
            headers.length(),
            grpcStatus));
  }
}
