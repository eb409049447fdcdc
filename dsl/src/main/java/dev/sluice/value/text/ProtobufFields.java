package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.data.protobuf.ProtobufMessage;
import dev.sluice.plan.Lists;
import io.vavr.control.Option;
import java.util.List;

/** Fields of Protocol Buffers messages. */
public final class ProtobufFields {
  private ProtobufFields() {}

  /** The message that the fields but the last lead to, none where one of them is not there or no message. */
  private static Option<ProtobufMessage> message(Bytes text, List<Integer> path) {
    Option<ProtobufMessage> found = ProtobufMessage.read(text);
    for (int i = 0; found.isDefined() && i < path.size() - 1; i++) {
      found = found.get().message(path.get(i));
    }
    return found;
  }

  private static String words(List<Integer> path) {
    StringBuilder text = new StringBuilder("protobuf field ");
    for (int i = 0; i < path.size(); i++) {
      text.append(i == 0 ? "" : ".").append(Decimal.of(path.get(i)));
    }
    return text.toString();
  }

  /** The numbers of fields as a list. */
  public static List<Integer> path(int... fields) {
    List<Integer> path = Lists.none();
    for (int field : fields) {
      path = Lists.append(path, field);
    }
    if (path.isEmpty()) {
      throw new IllegalArgumentException("protobuf: no field; give its number, after those of the messages it is in");
    }
    return path;
  }

  /** bytes, string, an embedded message. */
  public record BytesAt(List<Integer> path) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      Option<ProtobufMessage> message = message(text, path);
      Option<Bytes> found = message.isDefined() ? message.get().bytes(path.get(path.size() - 1)) : Option.none();
      return found.isDefined() ? found.get() : null;
    }

    @Override
    public String describe(String text) {
      return words(path) + " of " + text;
    }
  }

  /** int32, int64, uint32, uint64, enum, bool. */
  public record VarintAt(List<Integer> path) implements NumberFunction {
    @Override
    public long of(Bytes text) {
      Option<ProtobufMessage> message = message(text, path);
      Option<Long> found = message.isDefined() ? message.get().varint(path.get(path.size() - 1)) : Option.none();
      return found.isDefined() ? found.get() : Digits.NONE;
    }

    @Override
    public String describe(String text) {
      return words(path) + " of " + text + " as a number";
    }
  }

  /** All values of a repeated field of bytes, strings or messages. */
  public record EachAt(List<Integer> path) implements Splitter {
    @Override
    public boolean each(Bytes text, ElementVisitor visitor) {
      Option<ProtobufMessage> message = message(text, path);
      return message.isEmpty() || message.get().each(path.get(path.size() - 1), visitor::visit);
    }

    @Override
    public String describe(String text) {
      return "each " + words(path) + " of " + text;
    }
  }
}
