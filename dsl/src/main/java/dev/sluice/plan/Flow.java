package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;

/**
 * What the body of one stream runs through, piece by piece as it comes: bounded memory, no hold of headers. Not kept
 * longer than its stream.
 */
public abstract class Flow {
  /**
   * Takes a piece of the body.
   *
   * @param last whether nothing follows
   * @return what goes on in its place, the piece itself where nothing changes
   * @throws FlowEnded where the message must not go on
   */
  public abstract Bytes push(Hostcalls host, Bytes piece, boolean last);

  /** Has what the host holds of a body go through; the stream's context is the current one. */
  @SuppressWarnings("ReferenceEquality") // Whether it is the piece itself; comparing bytes would cost what it saves.
  public void pass(Hostcalls host, BufferType buffer, int size, boolean last) {
    Bytes piece = size == 0 ? Bytes.EMPTY : piece(host.buffers().get(buffer, 0, size));
    Bytes changed = push(host, piece, last);
    if (changed != piece) {
      Status status = host.buffers().set(buffer, 0, size, changed);
      if (!status.isOk()) {
        throw new HostRefusal("proxy_set_buffer_bytes", status);
      }
    }
  }

  private static Bytes piece(Fetched read) {
    if (!read.isOk()) {
      throw new HostRefusal("proxy_get_buffer_bytes", read.status());
    }
    return read.bytes();
  }

  /** This flow, and the other one behind it. */
  public static Flow chain(Flow first, Flow second) {
    return first == null ? second : new Chain(first, second);
  }

  private static final class Chain extends Flow {
    private final Flow first;
    private final Flow second;

    Chain(Flow first, Flow second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      return second.push(host, first.push(host, piece, last), last);
    }
  }
}
