package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.ReplyCalls;
import java.util.List;

/** Replies of the plugin itself. */
public final class ReplyFamily implements ReplyCalls {
  private static final String SEND = "proxy_send_local_response";

  private final CurrentContext current;

  ReplyFamily(CurrentContext current) {
    this.current = current;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A status outside of 200 to 599 is {@link Status#BAD_ARGUMENT} here, where Envoy would put it on the wire.
   * Headers that do not decode count as none, as in Envoy.
   */
  @Override
  public Status send(int httpStatus, Bytes details, Bytes body, Bytes headers, int grpcStatus) {
    Context context = current.require(SEND);
    List<Header> decoded = HeaderFamily.decode(headers);
    boolean sound = httpStatus >= 200 && httpStatus <= 599;
    Status status = sound
        ? context.reply(new LocalReply(httpStatus, details.latin1(), body, decoded, grpcStatus))
        : Status.BAD_ARGUMENT;
    current.called(SEND, status, httpStatus, details, body, decoded, grpcStatus);
    return status;
  }
}
