package dev.sluice.std.observe;

import dev.sluice.abi.Bytes;
import java.util.List;

/** The grammar of tracestate (W3C Trace Context, level 1, section 3.3), over all lines of the header. */
final class TraceState {
  private static final int MOST_MEMBERS = 32;
  private static final int LONGEST = 256;
  private static final int LONGEST_TENANT = 241;
  private static final int LONGEST_SYSTEM = 14;

  private TraceState() {}

  static boolean isValid(List<Bytes> lines) {
    int members = 0;
    for (Bytes line : lines) {
      int from = 0;
      while (from <= line.length()) {
        int comma = line.indexOf(',', from);
        int end = comma < 0 ? line.length() : comma;
        Bytes member = trimmed(line, from, end);
        members += member.isEmpty() ? 0 : 1;
        if (members > MOST_MEMBERS || !member.isEmpty() && !isMember(member)) {
          return false;
        }
        from = end + 1;
      }
    }
    return true;
  }

  private static Bytes trimmed(Bytes line, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSpace(line.at(start))) {
      start++;
    }
    while (start < end && isSpace(line.at(end - 1))) {
      end--;
    }
    return line.slice(start, end);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean isMember(Bytes member) {
    int equals = member.indexOf('=', 0);
    return equals > 0 && isKey(member.slice(0, equals)) && isValue(member.slice(equals + 1, member.length()));
  }

  private static boolean isKey(Bytes key) {
    int at = key.indexOf('@', 0);
    if (at < 0) {
      return isName(key, false, LONGEST);
    }
    return isName(key.slice(0, at), true, LONGEST_TENANT)
        && isName(key.slice(at + 1, key.length()), false, LONGEST_SYSTEM);
  }

  private static boolean isName(Bytes name, boolean digitFirst, int longest) {
    for (int i = 0; i < name.length(); i++) {
      byte b = name.at(i);
      boolean letter = b >= 'a' && b <= 'z';
      boolean digit = b >= '0' && b <= '9';
      boolean mark = b == '_' || b == '-' || b == '*' || b == '/';
      if (!(letter || digit && (i > 0 || digitFirst) || mark && i > 0)) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= longest;
  }

  /** Space around the member is not the value's, so that it ends in a visible character. */
  private static boolean isValue(Bytes value) {
    for (int i = 0; i < value.length(); i++) {
      byte b = value.at(i);
      if (b < ' ' || b > '~' || b == '=') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST;
  }
}
