package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.List;

/** The body of a request on a host that has all of it before any plugin sees it; trailers are lost there. */
final class CollectedRequest {
  private final Direction way;
  private final int limit;
  private final Runnable whenTooLarge;
  private final List<Bytes> chunks = new ArrayList<>();
  private int length;

  /** @param limit most bytes of a body */
  CollectedRequest(Direction way, int limit, Runnable whenTooLarge) {
    this.way = way;
    this.limit = limit;
    this.whenTooLarge = whenTooLarge;
  }

  void data(Bytes chunk, boolean endOfStream) {
    if (length > limit) {
      return;
    }
    chunks.add(chunk);
    length += chunk.length();
    if (length > limit) {
      chunks.clear();
      whenTooLarge.run();
    } else if (endOfStream) {
      way.data(all(), true);
    }
  }

  private Bytes all() {
    byte[] all = new byte[length];
    int at = 0;
    for (Bytes chunk : chunks) {
      System.arraycopy(chunk.toArray(), 0, all, at, chunk.length());
      at += chunk.length();
    }
    chunks.clear();
    return Bytes.wrap(all);
  }
}
