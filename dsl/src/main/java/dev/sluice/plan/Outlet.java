package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.BufferCalls;

/**
 * Puts what becomes of a piece of a body in its place, part by part, so that nobody has to hold all of it. Where
 * nothing changes the host is not asked.
 */
public final class Outlet {
  /** Behind whatever the buffer holds. */
  private static final int END = Integer.MAX_VALUE;

  private final BufferCalls buffers;
  private final BufferType buffer;
  private final Fetched piece;
  private boolean changed;
  private int same;

  Outlet(BufferCalls buffers, BufferType buffer, int size) {
    this.buffers = buffers;
    this.buffer = buffer;
    this.piece = size == 0 ? Fetched.of(Bytes.EMPTY) : buffers.get(buffer, 0, size);
    if (!piece.isOk()) {
      throw new HostRefusal("proxy_get_buffer_bytes", piece.status());
    }
  }

  /** The piece as it came. */
  public Fetched piece() {
    return piece;
  }

  /** The part of the piece that is next, up to {@code to}, goes on as it is. */
  public void same(int to) {
    if (changed) {
      append(piece.bytes(same, to));
    }
    same = to;
  }

  /** Something goes on in the place of the part that is next, up to {@code to}: the first {@code size} bytes of an array. */
  public void put(int to, byte[] bytes, int size) {
    if (!change()) {
      checked(buffers.set(buffer, 0, piece.length(), bytes, size));
    } else if (size > 0) {
      checked(buffers.set(buffer, END, 0, bytes, size));
    }
    same = to;
  }

  /** Like {@link #put(int, byte[], int)}. */
  public void put(int to, Bytes bytes) {
    if (!change()) {
      checked(buffers.set(buffer, 0, piece.length(), bytes));
    } else {
      append(bytes);
    }
    same = to;
  }

  /** Takes the piece out before something else takes its place, but for what goes on as it is; false where that is nothing. */
  private boolean change() {
    if (changed) {
      return true;
    }
    changed = true;
    if (same == 0) {
      return false;
    }
    checked(buffers.set(buffer, 0, piece.length(), piece.bytes(0, Math.min(same, Flow.WINDOW))));
    for (int from = Flow.WINDOW; from < same; from += Flow.WINDOW) {
      append(piece.bytes(from, Math.min(same, from + Flow.WINDOW)));
    }
    return true;
  }

  private void append(Bytes bytes) {
    if (!bytes.isEmpty()) {
      checked(buffers.set(buffer, END, 0, bytes));
    }
  }

  private static void checked(Status status) {
    if (!status.isOk()) {
      throw new HostRefusal("proxy_set_buffer_bytes", status);
    }
  }
}
