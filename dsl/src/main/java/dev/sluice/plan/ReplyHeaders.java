package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.ArrayList;
import java.util.List;

/** The header map of a reply that waits to be sent, edited by the response parts of the outer filters. */
final class ReplyHeaders implements HeaderCalls {
  private static final Bytes STATUS = Bytes.constant(":status");

  private final List<Header> pairs = new ArrayList<>();
  private boolean edited;

  ReplyHeaders(Reply reply) {
    pairs.add(new Header(STATUS, Bytes.utf8(Integer.toString(reply.status()))));
    pairs.addAll(reply.headers());
  }

  private ReplyHeaders(ReplyHeaders other) {
    pairs.addAll(other.pairs);
    edited = other.edited;
  }

  ReplyHeaders copy() {
    return new ReplyHeaders(this);
  }

  /** The reply with these headers; the same one where nothing was edited. */
  Reply applyTo(Reply reply) {
    if (!edited) {
      return reply;
    }
    int status = reply.status();
    List<Header> headers = new ArrayList<>();
    for (Header pair : pairs) {
      if (pair.name().equals(STATUS)) {
        status = Integer.parseInt(pair.value().latin1());
      } else {
        headers.add(pair);
      }
    }
    return reply.with(status, headers);
  }

  @Override
  public Fetched value(MapType map, Bytes name) {
    int at = indexOf(name);
    return at < 0 ? Fetched.failed(Status.NOT_FOUND) : Fetched.of(pairs.get(at).value());
  }

  @Override
  public HeaderPairs pairs(MapType map) {
    return HeaderPairs.over(Fetched.of(HeaderMapCodec.encode(pairs)));
  }

  @Override
  public Status add(MapType map, Bytes name, Bytes value) {
    edited = true;
    pairs.add(new Header(name, value));
    return Status.OK;
  }

  @Override
  public Status replace(MapType map, Bytes name, Bytes value) {
    if (name.equals(STATUS) && !isStatus(value)) {
      return Status.BAD_ARGUMENT;
    }
    int at = indexOf(name);
    if (at < 0) {
      return add(map, name, value);
    }
    edited = true;
    pairs.set(at, new Header(name, value));
    for (int i = pairs.size() - 1; i > at; i--) {
      if (pairs.get(i).name().equalsIgnoreCase(name)) {
        pairs.remove(i);
      }
    }
    return Status.OK;
  }

  @Override
  public Status setPairs(MapType map, Bytes serialized) {
    List<Header> all = new ArrayList<>();
    HeaderPairs.over(Fetched.of(serialized)).forEach((name, value) -> all.add(new Header(name, value)));
    for (Header pair : all) {
      if (pair.name().equals(STATUS) && !isStatus(pair.value())) {
        return Status.BAD_ARGUMENT;
      }
    }
    edited = true;
    pairs.clear();
    pairs.addAll(all);
    return Status.OK;
  }

  @Override
  public Status remove(MapType map, Bytes name) {
    for (int i = pairs.size() - 1; i >= 0; i--) {
      if (pairs.get(i).name().equalsIgnoreCase(name)) {
        edited = true;
        pairs.remove(i);
      }
    }
    return Status.OK;
  }

  private int indexOf(Bytes name) {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isStatus(Bytes value) {
    return value.length() == 3
        && value.at(0) >= '2' && value.at(0) <= '5'
        && isDigit(value.at(1))
        && isDigit(value.at(2));
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  @Override
  public String toString() {
    return pairs.toString();
  }
}
