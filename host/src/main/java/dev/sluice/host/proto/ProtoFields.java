package dev.sluice.host.proto;

import dev.sluice.abi.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a protobuf message (protobuf.dev, "Encoding"). Of a field that repeats the last one counts, unless asked
 * otherwise. A field that is absent has the default of proto3: 0, or no bytes. Groups are passed over.
 */
public final class ProtoFields {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int GROUP = 3;
  private static final int GROUP_END = 4;
  private static final int FIXED_32 = 5;
  private static final int MOST_DEPTH = 100;
  private static final int MOST_SHIFT = 63;

  private final Map<Integer, Long> numbers = new HashMap<>();
  private final Map<Integer, List<Bytes>> runs = new HashMap<>();
  private final Bytes message;
  private int at;

  private ProtoFields(Bytes message) {
    this.message = message;
  }

  /**
   * Reads a message.
   *
   * @throws MalformedMessageException where these bytes are none
   */
  public static ProtoFields parse(Bytes message) throws MalformedMessageException {
    ProtoFields fields = new ProtoFields(message);
    while (fields.at < message.length()) {
      fields.field();
    }
    return fields;
  }

  private void field() throws MalformedMessageException {
    long tag = varint();
    long number = tag >>> 3;
    if (number == 0 || number > Integer.MAX_VALUE >>> 2) {
      throw new MalformedMessageException("no field has number " + number);
    }
    switch ((int) tag & 7) {
      case VARINT -> numbers.put((int) number, varint());
      case LENGTH -> runs.computeIfAbsent((int) number, absent -> new ArrayList<>()).add(take(varint()));
      case FIXED_64 -> take(Long.BYTES);
      case FIXED_32 -> take(Integer.BYTES);
      case GROUP -> group(number, 1);
      default -> throw new MalformedMessageException("wire type " + (tag & 7));
    }
  }

  private void group(long group, int depth) throws MalformedMessageException {
    if (depth > MOST_DEPTH) {
      throw new MalformedMessageException("groups within groups");
    }
    while (true) {
      long tag = varint();
      switch ((int) tag & 7) {
        case VARINT -> varint();
        case LENGTH -> take(varint());
        case FIXED_64 -> take(Long.BYTES);
        case FIXED_32 -> take(Integer.BYTES);
        case GROUP -> group(tag >>> 3, depth + 1);
        case GROUP_END -> {
          if (tag >>> 3 != group) {
            throw new MalformedMessageException("group " + group + " does not end");
          }
          return;
        }
        default -> throw new MalformedMessageException("wire type " + (tag & 7));
      }
    }
  }

  private long varint() throws MalformedMessageException {
    long value = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
      byte next = take(1).at(0);
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedMessageException("a number of more than 64 bits");
  }

  private Bytes take(long length) throws MalformedMessageException {
    if (length < 0 || length > message.length() - at) {
      throw new MalformedMessageException("the message is cut off");
    }
    Bytes taken = message.slice(at, at + (int) length);
    at += (int) length;
    return taken;
  }

  public long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  public Bytes bytes(int field) {
    List<Bytes> all = all(field);
    return all.isEmpty() ? Bytes.EMPTY : all.getLast();
  }

  /** All that a field which repeats has, in order. */
  public List<Bytes> all(int field) {
    return runs.getOrDefault(field, List.of());
  }

  /**
   * A string field.
   *
   * @throws MalformedMessageException where it is not UTF-8, which protobuf refuses
   */
  public String text(int field) throws MalformedMessageException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(field).toArray())).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException("field " + field + " is no UTF-8");
    }
  }
}
