package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;

/** A change of one trailer, and the changes behind it: done at once or when the end of the message has come. */
public final class TrailerEdit {
  /** What is done. */
  public enum Kind {
    SET, ADD, REMOVE
  }

  private final Kind kind;
  private final Bytes name;
  private final Bytes value;
  private TrailerEdit next;

  /** @param value empty where the trailer is removed */
  public TrailerEdit(Kind kind, Bytes name, Bytes value) {
    this.kind = kind;
    this.name = name;
    this.value = value;
  }

  /** These changes, null for none, and one more behind them. */
  public static TrailerEdit append(TrailerEdit edits, TrailerEdit last) {
    if (edits == null) {
      return last;
    }
    TrailerEdit at = edits;
    while (at.next != null) {
      at = at.next;
    }
    at.next = last;
    return edits;
  }

  /** Whether it takes a trailer out. */
  boolean removes() {
    return kind == Kind.REMOVE;
  }

  /**
   * Does the changes.
   *
   * @param there whether the message has trailers; if not, and this is the callback that brings its end, they are made
   * @return whether it has trailers now
   */
  public boolean apply(Hostcalls host, boolean ofRequest, boolean there) {
    MapType map = map(ofRequest);
    boolean has = there;
    for (TrailerEdit edit = this; edit != null; edit = edit.next) {
      if (has || edit.kind != Kind.REMOVE) {
        edit.apply(host.headers(), map);
        has = true;
      }
    }
    return has;
  }

  private void apply(HeaderCalls headers, MapType map) {
    Status status = switch (kind) {
      case SET -> headers.replace(map, name, value);
      case ADD -> headers.add(map, name, value);
      case REMOVE -> headers.remove(map, name);
    };
    if (!status.isOk()) {
      throw new HostRefusal("a change of the trailer " + name.latin1(), status);
    }
  }

  /** The trailers of a direction. */
  static MapType map(boolean ofRequest) {
    return ofRequest ? MapType.REQUEST_TRAILERS : MapType.RESPONSE_TRAILERS;
  }
}
