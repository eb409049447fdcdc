package dev.sluice.data.text;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.util.Arrays;

/**
 * Named values in the order of the input, names more than once where the input has them more than once. They are cut
 * where they stand and decoded when asked for. Whatever a client sends is read; what is beyond the limit is not, and
 * {@link #isComplete()} says so.
 */
public final class Fields {
  /** More than any honest form, few enough to be looked through one by one. */
  public static final int DEFAULT_LIMIT = 1000;

  private final Bytes text;
  private final boolean form;
  private final int[] cuts;
  private final int count;
  private final boolean complete;

  private Fields(Bytes text, boolean form, int[] cuts, int count, boolean complete) {
    this.text = text;
    this.form = form;
    this.cuts = cuts;
    this.count = count;
    this.complete = complete;
  }

  /**
   * A form or a query string without its question mark (application/x-www-form-urlencoded, WHATWG URL section 5.1):
   * cut at {@code &}; a name without {@code =} has an empty value; empty pieces are skipped.
   */
  public static Fields ofForm(Bytes text) {
    return read(text, '&', true, DEFAULT_LIMIT);
  }

  /** As {@link #ofForm(Bytes)}, but with at most {@code limit} fields. */
  public static Fields ofForm(Bytes text, int limit) {
    return read(text, '&', true, limit);
  }

  /**
   * A Cookie header (RFC 6265 section 5.4, read as servers do): cut at {@code ;}, white space around names and values
   * dropped, a pair of double quotes around a value dropped, a piece without {@code =} or without a name skipped.
   * Nothing is decoded.
   */
  public static Fields ofCookies(Bytes header) {
    return read(header, ';', false, DEFAULT_LIMIT);
  }

  /** How many fields there are. */
  public int count() {
    return count;
  }

  /** Whether all fields of the input were within the limit. */
  public boolean isComplete() {
    return complete;
  }

  /** The name of a field, decoded; empty for an index that is not 0 .. count - 1. */
  public Bytes name(int index) {
    return index < 0 || index >= count ? Bytes.EMPTY : part(cuts[4 * index], cuts[4 * index + 1]);
  }

  /** The value of a field, decoded; empty for an index that is not 0 .. count - 1. */
  public Bytes value(int index) {
    return index < 0 || index >= count ? Bytes.EMPTY : part(cuts[4 * index + 2], cuts[4 * index + 3]);
  }

  /** The value of the first field of this name. */
  public Option<Bytes> first(Bytes name) {
    int index = indexOf(name, 0);
    return index < 0 ? Option.none() : Option.some(value(index));
  }

  /** The index of the next field of this name at or after {@code from}, -1 where there is none. */
  public int indexOf(Bytes name, int from) {
    for (int i = Math.max(from, 0); i < count; i++) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private Bytes part(int from, int to) {
    return form ? Percent.decodeForm(text, from, to) : text.slice(from, to);
  }

  private static Fields read(Bytes text, char separator, boolean form, int limit) {
    int most = Math.max(limit, 0);
    int[] cuts = new int[32];
    int count = 0;
    for (int start = 0; start < text.length();) {
      int end = text.indexOf(separator, start);
      end = end < 0 ? text.length() : end;
      int equals = start;
      while (equals < end && text.at(equals) != '=') {
        equals++;
      }
      if (form ? end > start : equals < end && !isBlank(text, start, equals)) {
        if (count == most) {
          return new Fields(text, form, cuts, count, false);
        }
        if (4 * count == cuts.length) {
          cuts = Arrays.copyOf(cuts, 2 * cuts.length);
        }
        cut(text, form, cuts, 4 * count++, start, equals, end);
      }
      start = end + 1;
    }
    return new Fields(text, form, cuts, count, true);
  }

  private static void cut(Bytes text, boolean form, int[] cuts, int at, int start, int equals, int end) {
    int nameFrom = start;
    int nameTo = equals;
    int from = Math.min(equals + 1, end);
    int to = end;
    if (!form) {
      nameFrom = skipForward(text, nameFrom, nameTo);
      nameTo = skipBack(text, nameFrom, nameTo);
      from = skipForward(text, from, to);
      to = skipBack(text, from, to);
      if (to - from >= 2 && text.at(from) == '"' && text.at(to - 1) == '"') {
        from++;
        to--;
      }
    }
    cuts[at] = nameFrom;
    cuts[at + 1] = nameTo;
    cuts[at + 2] = from;
    cuts[at + 3] = to;
  }

  private static boolean isBlank(Bytes text, int from, int to) {
    return skipForward(text, from, to) == to;
  }

  private static int skipForward(Bytes text, int from, int to) {
    int at = from;
    while (at < to && (text.at(at) == ' ' || text.at(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int skipBack(Bytes text, int from, int to) {
    int at = to;
    while (at > from && (text.at(at - 1) == ' ' || text.at(at - 1) == '\t')) {
      at--;
    }
    return at;
  }
}
