package dev.sluice.data.net;

import io.vavr.control.Option;

/** The texts of addresses. */
final class IpText {
  private IpText() {}

  /** Where this char stands first, -1 if nowhere. */
  static int find(String text, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  static Option<IpAddress> v4(String text, int from, int to) {
    long bits = v4Bits(text, from, to);
    return bits < 0 ? Option.none() : Option.some(IpAddress.v4((int) bits));
  }

  private static long v4Bits(String text, int from, int to) {
    long bits = 0;
    int at = from;
    for (int part = 0; part < 4; part++) {
      int end = part == 3 ? to : find(text, '.', at, to);
      int number = end < 0 ? -1 : decimal(text, at, end);
      if (number < 0 || number > 255) {
        return -1;
      }
      bits = bits << 8 | number;
      at = end + 1;
    }
    return bits;
  }

  /** One to three digits without a leading zero, -1 for all else. */
  static int decimal(String text, int from, int to) {
    if (to <= from || to - from > 3 || to - from > 1 && text.charAt(from) == '0') {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  static Option<IpAddress> v6(String text, int from, int end) {
    int zone = find(text, '%', from, end);
    int to = zone < 0 ? end : zone;
    if (zone >= 0 && zone == end - 1) {
      return Option.none();
    }
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int at = from;
    if (to - from >= 2 && text.charAt(from) == ':' && text.charAt(from + 1) == ':') {
      gap = 0;
      at = from + 2;
    }
    while (at < to) {
      int colon = find(text, ':', at, to);
      int stop = colon < 0 ? to : colon;
      if (colon < 0 && count <= 6 && find(text, '.', at, to) >= 0) {
        long bits = v4Bits(text, at, to);
        if (bits < 0) {
          return Option.none();
        }
        groups[count++] = (int) (bits >>> 16);
        groups[count++] = (int) bits & 0xffff;
        break;
      }
      int group = count < 8 ? hex(text, at, stop) : -1;
      if (group < 0 || stop == to - 1) {
        return Option.none();
      }
      groups[count++] = group;
      at = stop + 1;
      if (at < to && text.charAt(at) == ':') {
        if (gap >= 0) {
          return Option.none();
        }
        gap = count;
        at++;
      }
    }
    return assemble(groups, count, gap);
  }

  private static Option<IpAddress> assemble(int[] groups, int count, int gap) {
    if (gap < 0 ? count != 8 : count > 7) {
      return Option.none();
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      int missing = 8 - count;
      int group = gap < 0 || i < gap ? groups[i] : i < gap + missing ? 0 : groups[i - missing];
      high = high << 16 | low >>> 48;
      low = low << 16 | group;
    }
    return Option.some(IpAddress.v6(high, low));
  }

  private static int hex(String text, int from, int to) {
    if (to <= from || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int folded = c | 0x20;
      int digit = c >= '0' && c <= '9' ? c - '0' : folded >= 'a' && folded <= 'f' && c < 0x80 ? folded - 'a' + 10 : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  static void append(StringBuilder out, long high, long low) {
    int best = -1;
    int most = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && group(high, low, i + run) == 0) {
        run++;
      }
      if (run > most) {
        most = run;
        best = i;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append("::");
        i += most - 1;
        continue;
      }
      if (i > 0 && i != best + most || i > 0 && best < 0) {
        out.append(':');
      }
      int group = group(high, low, i);
      for (int shift = group > 0xfff ? 12 : group > 0xff ? 8 : group > 0xf ? 4 : 0; shift >= 0; shift -= 4) {
        int digit = group >> shift & 15;
        out.append((char) (digit < 10 ? '0' + digit : 'a' - 10 + digit));
      }
    }
  }

  private static int group(long high, long low, int index) {
    return (int) ((index < 4 ? high : low) >>> (48 - ((index & 3) << 4))) & 0xffff;
  }
}
