package dev.sluice.data.net;

import io.vavr.control.Option;

/**
 * The X-Forwarded-For header: each proxy appends the address it was called from, so what stands left of the proxies one
 * trusts is whatever the client liked to send.
 */
public final class ForwardedFor {
  private ForwardedFor() {}

  /**
   * The client as the outermost of {@code hops} trusted proxies in front of this one saw it: the {@code hops}-th entry
   * from the right. With several headers give them joined by commas. None where there are fewer entries, where that
   * entry is no address, and for {@code hops} below one.
   */
  public static Option<IpAddress> client(String header, int hops) {
    int end = header.length();
    for (int left = hops; left > 0; left--) {
      int comma = comma(header, end);
      if (left == 1) {
        return entry(header, comma + 1, end);
      }
      if (comma < 0) {
        return Option.none();
      }
      end = comma;
    }
    return Option.none();
  }

  /**
   * The first address from the right that lies in none of the trusted blocks; where all do, the leftmost. None at the
   * first entry that is no address: what stands left of it cannot be trusted.
   */
  public static Option<IpAddress> client(String header, Cidr[] trusted) {
    Option<IpAddress> found = Option.none();
    for (int end = header.length(); end >= 0;) {
      int comma = comma(header, end);
      found = entry(header, comma + 1, end);
      if (found.isEmpty() || !isIn(found.get(), trusted)) {
        return found;
      }
      end = comma;
    }
    return found;
  }

  private static boolean isIn(IpAddress address, Cidr[] blocks) {
    for (Cidr block : blocks) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** The last comma before {@code end}, -1 if there is none. */
  private static int comma(String header, int end) {
    int at = end - 1;
    while (at >= 0 && header.charAt(at) != ',') {
      at--;
    }
    return at;
  }

  private static Option<IpAddress> entry(String header, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && (header.charAt(first) == ' ' || header.charAt(first) == '\t')) {
      first++;
    }
    while (last > first && (header.charAt(last - 1) == ' ' || header.charAt(last - 1) == '\t')) {
      last--;
    }
    return IpAddress.parseWithPort(header.substring(first, last));
  }
}
