package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonError;
import dev.sluice.data.json.JsonWriter;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import io.vavr.control.Either;
import java.util.List;

/**
 * JSON that the author wrote down, with values in its strings: each {@code {}} within a string is the place of a value,
 * which is escaped, so that it cannot end the string. A string that is nothing but a place becomes {@code null} where its
 * value is absent, and a number where it is one; within a longer string nothing stands in the place of an absent value.
 * Bytes that are not UTF-8 become U+FFFD.
 *
 * @param texts what stands around the values: one more than there are values
 */
public record JsonTemplate(List<String> texts, List<Value<?>> values) implements TextValue {
  private static final String PLACE = "{}";

  public JsonTemplate {
    texts = Lists.copy(texts);
    values = Lists.copy(values);
    if (texts.size() != values.size() + 1) {
      throw new IllegalArgumentException(
          "json: the template has " + (texts.size() - 1) + " places in its strings, but " + values.size()
              + " values are given; write {} within a string where each value belongs");
    }
    Either<JsonError, Json> read = Json.read(Bytes.utf8(String.join("", texts)));
    if (read.isLeft()) {
      JsonError error = read.getLeft();
      throw new IllegalArgumentException(
          "json: the template is no JSON at byte " + error.offset() + ", {} within strings not counted: "
              + error.reason());
    }
  }

  /** Takes a template apart. */
  public static JsonTemplate of(String template, Value<?>... values) {
    Check.given("json", "the template", template);
    List<String> texts = Lists.none();
    boolean inString = false;
    int from = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '"') {
        inString = !inString;
      } else if (inString && c == '\\') {
        i++;
      } else if (inString && template.startsWith(PLACE, i)) {
        texts = Lists.append(texts, template.substring(from, i));
        i++;
        from = i + 1;
      }
    }
    return new JsonTemplate(Lists.append(texts, template.substring(from)), Check.all("json", "value", values));
  }

  @Override
  public boolean varies() {
    boolean varies = false;
    for (Value<?> value : values) {
      varies |= value.varies();
    }
    return varies;
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder(texts.get(0));
    for (int i = 0; i < values.size(); i++) {
      text.append('{').append(values.get(i).describe()).append('}').append(texts.get(i + 1));
    }
    return text.toString();
  }

  @Override
  public Reader reader(Planner planner) {
    Reader[] readers = new Reader[values.size()];
    boolean[] bare = new boolean[readers.length];
    Bytes[] around = new Bytes[texts.size()];
    around[0] = Bytes.utf8(texts.get(0));
    for (int i = 0; i < readers.length; i++) {
      readers[i] = TextTemplate.text("json", values.get(i)).reader(planner);
      bare[i] = values.get(i) instanceof NumberValue;
      around[i + 1] = Bytes.utf8(texts.get(i + 1));
    }
    return new Filled(readers, bare, around);
  }

  private static final class Filled extends Reader {
    private static final Bytes NULL = Bytes.utf8("null");

    private final Reader[] values;
    private final boolean[] bare;
    private final Bytes[] around;

    Filled(Reader[] values, boolean[] bare, Bytes[] around) {
      this.values = values;
      this.bare = bare;
      this.around = around;
    }

    @Override
    public Bytes read(Run run) {
      ByteSink out = new ByteSink(128);
      int from = 0;
      for (int i = 0; i < values.length; i++) {
        Bytes before = around[i];
        Bytes value = values[i].read(run);
        if (isWhole(i) && (bare[i] || value == null)) {
          // Without the quotes on both sides.
          out.put(before, from, before.length() - 1).put(value == null ? NULL : value);
          from = 1;
          continue;
        }
        out.put(before, from, before.length());
        from = 0;
        if (value != null) {
          JsonWriter.escape(Bytes.utf8(value.utf8()), out);
        }
      }
      Bytes last = around[values.length];
      return out.put(last, from, last.length()).bytes();
    }

    /** Whether a string is nothing but this place. A quote before it that is escaped does not begin the string. */
    private boolean isWhole(int place) {
      Bytes before = around[place];
      Bytes behind = around[place + 1];
      return !behind.isEmpty() && behind.at(0) == '"' && !before.isEmpty() && endsWithOpening(before);
    }

    private static boolean endsWithOpening(Bytes before) {
      int last = before.length() - 1;
      return before.at(last) == '"' && (last == 0 || before.at(last - 1) != '\\');
    }
  }
}
