package dev.sluice.std.observe;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.RandomBytes;
import dev.sluice.data.text.Hex;
import io.vavr.control.Option;
import java.util.List;

/**
 * A traceparent (W3C Trace Context, level 1, section 3.2). Of a version above 00 the beginning is read, which has its form.
 *
 * @param trace 32 lower-case hexadecimal digits, not all zero
 * @param parent 16 such digits, not all zero
 */
record TraceParent(String trace, String parent, boolean sampled) {
  private static final int LENGTH = 55;
  private static final int TRACE_AT = 3;
  private static final int PARENT_AT = 36;
  private static final int FLAGS_AT = 53;

  /** The one that came with a request; none where there is none, several, or a malformed one. */
  static Option<TraceParent> sent(List<Bytes> values) {
    return values.size() == 1 ? parse(values.get(0)) : Option.none();
  }

  static Option<TraceParent> parse(Bytes value) {
    if (value.length() < LENGTH || !hasForm(value)) {
      return Option.none();
    }
    String version = value.slice(0, 2).latin1();
    boolean longer = value.length() > LENGTH;
    if (version.equals("ff") || longer && (version.equals("00") || value.at(LENGTH) != '-')) {
      return Option.none();
    }
    boolean sampled = (Character.digit(value.at(LENGTH - 1), 16) & 1) == 1;
    return Option.some(new TraceParent(
        value.slice(TRACE_AT, PARENT_AT - 1).latin1(), value.slice(PARENT_AT, FLAGS_AT - 1).latin1(), sampled));
  }

  private static boolean hasForm(Bytes value) {
    boolean trace = false;
    boolean parent = false;
    for (int i = 0; i < LENGTH; i++) {
      byte b = value.at(i);
      boolean dash = i == TRACE_AT - 1 || i == PARENT_AT - 1 || i == FLAGS_AT - 1;
      if (dash ? b != '-' : !(b >= '0' && b <= '9' || b >= 'a' && b <= 'f')) {
        return false;
      }
      trace |= b != '0' && i >= TRACE_AT && i < PARENT_AT - 1;
      parent |= b != '0' && i >= PARENT_AT && i < FLAGS_AT - 1;
    }
    return trace && parent;
  }

  /** The beginning of a trace. */
  static TraceParent first(boolean sampled) {
    return new TraceParent(random(16), random(8), sampled);
  }

  /** The next one in the same trace. */
  TraceParent child() {
    return new TraceParent(trace, random(8), sampled);
  }

  /** Zeros alone are no id, in case chance, or a host without any, should give them. */
  private static String random(int bytes) {
    String id = Hex.encode(RandomBytes.of(bytes));
    return id.replace("0", "").isEmpty() ? id.substring(1) + "1" : id;
  }

  /** As it is sent on: version 00, and of the flags the one that it knows. */
  String text() {
    return "00-" + trace + "-" + parent + (sampled ? "-01" : "-00");
  }
}
