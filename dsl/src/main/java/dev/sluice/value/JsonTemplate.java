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
 * which is escaped, so that it cannot end the string. Where a string is nothing but the place of an absent value it
 * becomes {@code null}; within a longer string nothing stands in its place. Bytes that are not UTF-8 become U+FFFD.
 *
 * @param texts what stands around the values: one more than there are values
 */
public record JsonTemplate(List<String> texts, List<TextValue> values) implements TextValue {
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
  public static JsonTemplate of(String template, TextValue... values) {
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
    Bytes[] around = new Bytes[texts.size()];
    around[0] = Bytes.utf8(texts.get(0));
    for (int i = 0; i < readers.length; i++) {
      readers[i] = values.get(i).reader(planner);
      around[i + 1] = Bytes.utf8(texts.get(i + 1));
    }
    return new Filled(readers, around);
  }

  private static final class Filled extends Reader {
    private static final Bytes NULL = Bytes.utf8("null");

    private final Reader[] values;
    private final Bytes[] around;

    Filled(Reader[] values, Bytes[] around) {
      this.values = values;
      this.around = around;
    }

    @Override
    public Bytes read(Run run) {
      ByteSink out = new ByteSink(128);
      int from = 0;
      for (int i = 0; i < values.length; i++) {
        Bytes before = around[i];
        Bytes value = values[i].read(run);
        boolean whole = isWhole(i);
        if (value == null && whole) {
          // Without the quotes on both sides.
          out.put(before, from, before.length() - 1).put(NULL);
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
