package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.net.Cidr;
import dev.sluice.data.net.ForwardedFor;
import dev.sluice.data.net.IpAddress;
import dev.sluice.plan.Lists;
import io.vavr.control.Option;
import java.util.List;

/** Addresses of the network and of URIs. */
public final class Addresses {
  /** No address and port takes more: above it a text is not looked at. */
  private static final int LONGEST = 100;
  private static final int MOST_PORT = 65_535;
  private static final int PORT_DIGITS = 5;

  private Addresses() {}

  static Option<IpAddress> parse(Bytes text) {
    return text.length() > LONGEST ? Option.none() : IpAddress.parseWithPort(text.latin1());
  }

  private static Bytes orNull(Option<IpAddress> address) {
    return address.isDefined() ? Bytes.latin1(address.get().toString()) : null;
  }

  /** The IP address in an address with or without a port, in its canonical form (RFC 5952); none for all else. */
  public record Ip() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return orNull(parse(text));
    }

    @Override
    public String describe(String text) {
      return "IP address of " + text;
    }
  }

  /** The client in X-Forwarded-For by a number of trusted proxies: {@link ForwardedFor#client(String, int)}. */
  public record BehindHops(int hops) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return orNull(ForwardedFor.client(text.latin1(), hops));
    }

    @Override
    public String describe(String text) {
      return "client behind " + hops + " proxies in " + text;
    }
  }

  /** The client in X-Forwarded-For by trusted addresses: {@link ForwardedFor#client(String, Cidr[])}. */
  public record BehindBlocks(List<Cidr> trusted) implements TextFunction {
    public BehindBlocks {
      trusted = Lists.copy(trusted);
    }

    @Override
    public Bytes of(Bytes text) {
      Cidr[] blocks = new Cidr[trusted.size()];
      for (int i = 0; i < blocks.length; i++) {
        blocks[i] = trusted.get(i);
      }
      return orNull(ForwardedFor.client(text.latin1(), blocks));
    }

    @Override
    public String describe(String text) {
      return "client behind " + trusted + " in " + text;
    }
  }

  /** The host in an authority (RFC 3986 section 3.2), an IPv6 address in its brackets; none where it is malformed. */
  public record Host() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      int end = hostEnd(text);
      return end <= 0 ? null : text.slice(0, end);
    }

    @Override
    public String describe(String text) {
      return "host of " + text;
    }
  }

  /** The port in an authority; none where it has none or is malformed. */
  public record Port() implements NumberFunction {
    @Override
    public long of(Bytes text) {
      int end = hostEnd(text);
      return end <= 0 || end + 1 >= text.length() ? Digits.NONE : Digits.unsigned(text, end + 1, text.length());
    }

    @Override
    public String describe(String text) {
      return "port of " + text;
    }
  }

  /** Where the host of an authority ends, -1 for no authority. User information is not part of an HTTP authority. */
  private static int hostEnd(Bytes text) {
    int end;
    if (!text.isEmpty() && text.at(0) == '[') {
      end = text.indexOf(']', 0) + 1;
      if (end <= 2) {
        return -1;
      }
    } else {
      int colon = text.indexOf(':', 0);
      end = colon < 0 ? text.length() : colon;
    }
    if (text.indexOf('@', 0) >= 0 || end < text.length() && text.at(end) != ':') {
      return -1;
    }
    return isPort(text, end + 1) ? end : -1;
  }

  /** Whether the text from here on is the digits of a port, or nothing. */
  private static boolean isPort(Bytes text, int from) {
    if (from >= text.length()) {
      return true;
    }
    long port = text.length() - from > PORT_DIGITS ? Digits.NONE : Digits.unsigned(text, from, text.length());
    return port >= 0 && port <= MOST_PORT;
  }
}
