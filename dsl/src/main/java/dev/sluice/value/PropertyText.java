package dev.sluice.value;

import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.Numbers;
import dev.sluice.value.text.Predicates;
import java.util.List;

/**
 * An attribute that the host tells ({@code proxy_get_property}; Envoy: "Attributes"), as the bytes that the host hands
 * over. Which there are, and in which phase, is the host's business: absent where it knows none of this path.
 */
public record PropertyText(List<String> path) implements TextValue {
  public PropertyText {
    path = Lists.copy(Check.given("property", "the path", path));
  }

  /** At this path, one segment or more, none of which holds a NUL. */
  public static PropertyText of(String... path) {
    for (String segment : Check.some("property", "segment", path)) {
      if (segment.indexOf(0) >= 0) {
        throw new IllegalArgumentException("property: a segment holds a NUL, which separates segments; take it out");
      }
    }
    return new PropertyText(List.of(path));
  }

  /** At the path of an attribute that has a name. */
  public static PropertyText of(Attribute<?> attribute) {
    String path = Check.given("property", "the attribute", attribute).path().utf8();
    List<String> segments = Lists.none();
    int from = 0;
    for (int end = path.indexOf(0); end >= 0; end = path.indexOf(0, from)) {
      segments = Lists.append(segments, path.substring(from, end));
      from = end + 1;
    }
    return new PropertyText(Lists.append(segments, path.substring(from)));
  }

  /**
   * The number that the attribute is: 64 bits, the lowest byte first, as Envoy writes whole numbers, times and durations
   * (in nanoseconds).
   * <pre>{@code when(property("connection", "id").number().modulo(100).is(0))}</pre>
   */
  public NumberValue number() {
    return number(new Numbers.Attribute());
  }

  /**
   * The attribute is the truth value true.
   * <pre>{@code when(property("connection", "mtls").flag().not()).respond(403)}</pre>
   */
  public Condition flag() {
    return asked(new Predicates.Attribute());
  }

  @Override
  public String describe() {
    return "property " + String.join(".", path);
  }

  @Override
  public Reader reader(Planner planner) {
    String[] segments = new String[path.size()];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = path.get(i);
    }
    return planner.property(PropertyPath.of(segments));
  }
}
