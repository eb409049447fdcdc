package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonError;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.data.text.Fields;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Parts of texts of a known format. */
public final class Formats {
  private Formats() {}

  /** The JSON value at a pointer; none for null, for no value there, and for a text that is not JSON. */
  public record JsonAt(JsonPointer pointer) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      Either<JsonError, Json> read = Json.read(text);
      Option<Json> found = read.isRight() ? read.get().at(pointer) : Option.none();
      if (found.isEmpty() || found.get().kind() == JsonKind.NULL) {
        return null;
      }
      Option<String> string = found.get().string();
      return string.isDefined() ? Bytes.utf8(string.get()) : found.get().raw();
    }

    @Override
    public String describe(String text) {
      return "JSON " + (pointer.depth() == 0 ? "\"\"" : pointer.toString()) + " of " + text;
    }
  }

  /** The first field of this name in a form, see {@link Form}. */
  public record FormField(Bytes name, boolean raw) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return Form.first(text, name, raw);
    }

    @Override
    public String describe(String text) {
      return (raw ? "raw field " : "field ") + name.utf8() + " of " + text;
    }
  }

  /** The value of the first cookie of this name in a Cookie header, see {@link Fields#ofCookies}. */
  public record Cookie(Bytes name) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      Option<Bytes> found = Fields.ofCookies(text).first(name);
      return found.isDefined() ? found.get() : null;
    }

    @Override
    public String describe(String text) {
      return "cookie " + name.utf8() + " of " + text;
    }
  }

  /** The values of all cookies of this name in a Cookie header, see {@link Fields#ofCookies}; however many there are. */
  public record Cookies(Bytes name) implements Splitter {
    @Override
    public boolean each(Bytes text, ElementVisitor visitor) {
      for (int start = 0; start < text.length();) {
        int semicolon = text.indexOf(';', start);
        int end = semicolon < 0 ? text.length() : semicolon;
        Option<Bytes> value = Fields.ofCookies(text.slice(start, end)).first(name);
        if (value.isDefined() && !visitor.visit(value.get())) {
          return false;
        }
        start = end + 1;
      }
      return true;
    }

    @Override
    public String describe(String text) {
      return "cookies " + name.utf8() + " of " + text;
    }
  }
}
