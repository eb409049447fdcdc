package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadValues;
import dev.sluice.plan.MapEdit;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Sets many headers at once: like as many {@link SetHeader}, but all values are read before anything changes, and then
 * two hostcalls do it whatever the number. A value that no header may have (CR, LF, NUL) is refused with 400, on the way
 * out with 502.
 *
 * <pre>{@code setHeaders(settings.headers()).header("x-user", ref("user"))}</pre>
 */
public record SetHeaders(List<HeaderField> headers) implements Step {
  public SetHeaders {
    headers = Lists.copy(Check.given("setHeaders", "the list of headers", headers));
  }

  /** With values that the author wrote down or configured. */
  public static SetHeaders of(Map<String, String> headers) {
    String[] names = new String[Check.given("setHeaders", "the map", headers).size()];
    int count = 0;
    for (String name : headers.keySet()) {
      names[count++] = Check.headerName("setHeaders", name);
    }
    // Maps have no order of their own, and messages are to be alike wherever the plugin runs.
    Arrays.sort(names);
    SetHeaders all = new SetHeaders(Lists.none());
    for (String name : names) {
      all = all.header(name, valueOf(name, headers));
    }
    return all;
  }

  private static String valueOf(String lowerCaseName, Map<String, String> headers) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (Check.lowerCase(header.getKey()).equals(lowerCaseName)) {
        return header.getValue();
      }
    }
    return null;
  }

  /** One more; of the same name twice the last one counts. */
  public SetHeaders header(String name, String value) {
    String field = Check.headerName("setHeaders", name);
    return header(field, new LiteralText(Check.headerValue("setHeaders", field, value)));
  }

  /** One more, taken out where its value is absent; of the same name twice the last one counts. */
  public SetHeaders header(String name, TextValue value) {
    Check.given("setHeaders", "the value of " + name, value);
    String field = Check.headerName("setHeaders", name);
    List<HeaderField> others = Lists.none();
    for (HeaderField header : headers) {
      others = header.name().equals(field) ? others : Lists.append(others, header);
    }
    return new SetHeaders(Lists.append(others, new HeaderField(field, value)));
  }

  @Override
  public String word() {
    return "setHeaders";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("set headers");
    for (HeaderField header : headers) {
      text.append(text.length() > 11 ? ", " : " ")
          .append(header.name())
          .append(" to ")
          .append(header.value().describe());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    if (headers.isEmpty()) {
      return;
    }
    Bytes[] names = new Bytes[headers.size()];
    Reader[] values = new Reader[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Bytes.utf8(headers.get(i).name());
      values[i] = headers.get(i).value().reader(planner);
    }
    planner.emit(
        new LoadValues(values, names.length, "values of " + describe(), planner.refusal("illegal header value")));
    new Put(names).plan(planner);
  }

  private static final class Put extends MapEdit {
    private final Bytes[] names;

    Put(Bytes[] names) {
      this.names = names;
    }

    @Override
    public List<Header> edit(List<Header> pairs, Run run) {
      List<Header> out = new ArrayList<>();
      for (Header pair : pairs) {
        if (!isNamed(pair.name())) {
          out.add(pair);
        }
      }
      Bytes[] values = run.loaded();
      for (int i = 0; i < names.length; i++) {
        if (values[i] != null) {
          out.add(new Header(names[i], values[i]));
        }
      }
      return out;
    }

    private boolean isNamed(Bytes name) {
      for (Bytes one : names) {
        if (name.equals(one)) {
          return true;
        }
      }
      return false;
    }
  }
}
