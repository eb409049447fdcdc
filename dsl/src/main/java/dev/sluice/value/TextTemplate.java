package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.Growth;
import java.util.List;

/**
 * Values between texts that the author wrote down. Absent where one of the values is, and above 1 MiB.
 *
 * @param texts what stands around the values: one more than there are values
 */
public record TextTemplate(List<String> texts, List<TextValue> values) implements TextValue {
  private static final String PLACE = "{}";

  public TextTemplate {
    texts = Lists.copy(texts);
    values = Lists.copy(values);
    if (texts.size() != values.size() + 1) {
      throw new IllegalArgumentException("template: there must be one text more than there are values");
    }
  }

  /** With a value in the place of each {@code {}}; a number in decimal digits. */
  public static TextTemplate of(String pattern, Value<?>... values) {
    List<String> texts = Lists.none();
    int from = 0;
    for (int at = Check.given("template", "the pattern", pattern).indexOf(PLACE); at >= 0; at =
        pattern.indexOf(PLACE, from)) {
      texts = Lists.append(texts, pattern.substring(from, at));
      from = at + PLACE.length();
    }
    List<TextValue> parts = Lists.none();
    for (Value<?> value : Check.all("template", "value", values)) {
      parts = Lists.append(parts, text("template", value));
    }
    if (texts.size() != parts.size()) {
      throw new IllegalArgumentException(
          "template: \"" + pattern + "\" has not as many places as there are values; write {} where each belongs");
    }
    return new TextTemplate(Lists.append(texts, pattern.substring(from)), parts);
  }

  /** One text behind the other. */
  public static TextTemplate concat(TextValue... texts) {
    List<TextValue> values = Check.some("concat", "text", texts);
    String[] around = new String[values.size() + 1];
    for (int i = 0; i < around.length; i++) {
      around[i] = "";
    }
    return new TextTemplate(List.of(around), values);
  }

  /** A text or number as a text, for this word. */
  static TextValue text(String word, Value<?> value) {
    if (value instanceof TextValue text) {
      return text;
    }
    if (value instanceof NumberValue number) {
      return number.asText();
    }
    throw new IllegalArgumentException(word + ": a value is neither a text nor a number; give one of these");
  }

  @Override
  public boolean varies() {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).varies()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("\"").append(texts.get(0));
    for (int i = 0; i < values.size(); i++) {
      text.append('{').append(values.get(i).describe()).append('}').append(texts.get(i + 1));
    }
    return text.append('"').toString();
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
    private final Reader[] values;
    private final Bytes[] around;

    Filled(Reader[] values, Bytes[] around) {
      this.values = values;
      this.around = around;
    }

    /** Reads all values even where one is absent: how many hostcalls a reader makes depends on no value. */
    @Override
    public Bytes read(Run run) {
      ByteSink text = new ByteSink(64).put(around[0]);
      boolean sound = true;
      for (int i = 0; i < values.length; i++) {
        Bytes value = values[i].read(run);
        sound &= value != null
            && !Growth.isTooMuch((long) text.size() + value.length() + around[i + 1].length(), 0);
        if (sound) {
          text.put(value).put(around[i + 1]);
        }
      }
      return sound ? text.bytes() : null;
    }
  }
}
