package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.Hostcalls;

/**
 * What the body of one stream runs through, piece by piece as it comes: bounded memory, no hold of headers. Not kept
 * longer than its stream.
 */
public abstract class Flow {
  /** Most bytes that go through, and to the host, at once. */
  static final int WINDOW = 65_536;

  /**
   * Takes a piece of the body.
   *
   * @param last whether nothing follows
   * @return what goes on in its place, the piece itself where nothing changes
   * @throws FlowEnded where the message must not go on
   */
  public abstract Bytes push(Hostcalls host, Bytes piece, boolean last);

  /**
   * Has what the host holds of a body go through, in parts of a bounded size; the stream's context is the current one.
   * A proxy may hand over a megabyte at once.
   */
  public final void pass(Hostcalls host, BufferType buffer, int size, boolean last) {
    Outlet out = new Outlet(host.buffers(), buffer, size);
    int from = 0;
    do {
      int to = size - from > WINDOW ? from + WINDOW : size;
      pass(host, out, from, to, last && to == size);
      from = to;
    } while (from < size);
  }

  /** Has the part of a piece go through that is next. */
  @SuppressWarnings("ReferenceEquality") // Whether it is the piece itself; comparing bytes would cost what it saves.
  protected void pass(Hostcalls host, Outlet out, int from, int to, boolean last) {
    Bytes part = out.piece().bytes(from, to);
    Bytes changed = push(host, part, last);
    if (changed == part) {
      out.same(to);
    } else {
      out.put(to, changed);
    }
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
