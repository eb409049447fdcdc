package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.data.protobuf.ProtobufWriter;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import java.util.List;

/**
 * A Protocol Buffers message whose fields have these values, in this order; a field whose value is absent is left out. The
 * same number again repeats the field.
 *
 * <pre>{@code protobuf().string(1, header("x-user")).varint(2, number(5)).message(3, protobuf().bool(1, true))}</pre>
 */
public record ProtobufText(List<Field> fields) implements TextValue {

  /** A field and what is written there. */
  public sealed interface Field {
    int number();

    Value<?> value();
  }

  /** bytes, string, an embedded message. */
  public record BytesField(int number, TextValue value) implements Field {}

  /** int32, int64, uint32, uint64, enum, bool. */
  public record VarintField(int number, NumberValue value) implements Field {}

  /** sint32, sint64. */
  public record ZigzagField(int number, NumberValue value) implements Field {}

  public ProtobufText {
    fields = Lists.copy(Check.given("protobuf", "the list of fields", fields));
    for (Field field : fields) {
      if (field.number() < 1 || field.number() > ProtobufWriter.MOST_FIELD) {
        throw new IllegalArgumentException(
            "protobuf: " + Decimal.of(field.number()) + " is no field number; give 1 to 536870911");
      }
      Check.given("protobuf", "the value of field " + Decimal.of(field.number()), field.value());
    }
  }

  private ProtobufText with(Field field) {
    return new ProtobufText(Lists.append(fields, field));
  }

  /** One more field of a string, or of any bytes. */
  public ProtobufText string(int number, TextValue value) {
    return with(new BytesField(number, value));
  }

  /** One more field of a string that the author wrote down. */
  public ProtobufText string(int number, String value) {
    return string(number, new LiteralText(value));
  }

  /** One more field of an embedded message. */
  public ProtobufText message(int number, TextValue message) {
    return with(new BytesField(number, message));
  }

  /** One more field of an int32, int64, uint32, uint64 or enum. */
  public ProtobufText varint(int number, NumberValue value) {
    return with(new VarintField(number, value));
  }

  /** One more field of a number that the author wrote down. */
  public ProtobufText varint(int number, long value) {
    return varint(number, new LiteralNumber(value));
  }

  /** One more field of a sint32 or sint64. */
  public ProtobufText zigzag(int number, NumberValue value) {
    return with(new ZigzagField(number, value));
  }

  /** One more field of a bool that the author wrote down. */
  public ProtobufText bool(int number, boolean value) {
    return varint(number, value ? 1 : 0);
  }

  @Override
  public boolean varies() {
    boolean varies = false;
    for (Field field : fields) {
      varies |= field.value().varies();
    }
    return varies;
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("protobuf {");
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(Decimal.of(fields.get(i).number()))
          .append(": ")
          .append(fields.get(i).value().describe());
    }
    return text.append('}').toString();
  }

  @Override
  public Reader reader(Planner planner) {
    Part[] parts = new Part[fields.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = switch (fields.get(i)) {
        case BytesField field -> new BytesPart(field.number, field.value.reader(planner));
        case VarintField field -> new NumberPart(field.number, field.value.number(planner), false);
        case ZigzagField field -> new NumberPart(field.number, field.value.number(planner), true);
      };
    }
    return new Written(parts);
  }

  private static final class Written extends Reader {
    private final Part[] parts;

    Written(Part[] parts) {
      this.parts = parts;
    }

    @Override
    public Bytes read(Run run) {
      ProtobufWriter writer = new ProtobufWriter();
      for (Part part : parts) {
        part.write(run, writer);
      }
      return writer.message();
    }
  }

  private interface Part {
    void write(Run run, ProtobufWriter writer);
  }

  private record BytesPart(int number, Reader value) implements Part {
    @Override
    public void write(Run run, ProtobufWriter writer) {
      Bytes bytes = value.read(run);
      if (bytes != null) {
        writer.bytes(number, bytes);
      }
    }
  }

  private record NumberPart(int number, LongReader value, boolean zigzag) implements Part {
    @Override
    public void write(Run run, ProtobufWriter writer) {
      long read = value.read(run);
      if (read == LongReader.ABSENT) {
        return;
      }
      if (zigzag) {
        writer.zigzag(number, read);
      } else {
        writer.varint(number, read);
      }
    }
  }
}
