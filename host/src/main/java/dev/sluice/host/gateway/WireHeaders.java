package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Header fields between the wire and the model, without the loss of a byte, and without those that concern one
 * connection only (RFC 9110 section 7.6.1). That the other side takes trailers (TE, section 10.1.4) is passed on, since
 * trailers are.
 */
final class WireHeaders {
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "proxy-connection", "keep-alive", "transfer-encoding", "upgrade");
  private static final String TE = "te";
  private static final String TRAILERS = "trailers";

  private WireHeaders() {}

  /** Adds what came over the wire, but for hop-by-hop fields, those that Connection names, and these. */
  static void read(MultiMap from, HeaderMap to, Set<String> except) {
    Set<String> named = connectionOptions(from);
    for (Map.Entry<String, String> field : from) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (name.equals(TE)) {
        readTe(field.getValue(), to);
      } else if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !except.contains(name)) {
        // The codec reads one char a byte.
        to.add(Bytes.latin1(name), Bytes.latin1(field.getValue()));
      }
    }
  }

  private static void readTe(String value, HeaderMap to) {
    for (String coding : value.split(",")) {
      if (coding.strip().equalsIgnoreCase(TRAILERS) && to.first(Bytes.utf8(TE)) == null) {
        to.add(Bytes.utf8(TE), Bytes.utf8(TRAILERS));
      }
    }
  }

  /** The length of an HTTP/1 message's body by its header fields; negative where they do not tell. */
  static long length(MultiMap headers) {
    String length = headers.get("content-length");
    if (length == null || headers.contains("transfer-encoding")) {
      return -1;
    }
    try {
      return Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** What Connection names, in lower case. */
  static Set<String> connectionOptions(MultiMap headers) {
    Set<String> names = new HashSet<>();
    for (String value : headers.getAll("connection")) {
      for (String name : value.split(",")) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Puts these fields onto the wire, see {@link #put}. */
  static void write(List<Header> from, MultiMap to, Consumer<String> refused) {
    from.forEach(field -> put(field, to::add, refused));
  }

  /**
   * Puts this field onto the wire. A hop-by-hop field that a plugin has set is left out, and so is one that no HTTP
   * message can carry; the latter is told.
   */
  static void put(Header field, BiConsumer<CharSequence, CharSequence> to, Consumer<String> refused) {
    String name = field.name().latin1();
    if (HOP_BY_HOP.contains(name) || name.equals(TE) && !field.value().latin1().equals(TRAILERS)) {
      return;
    }
    try {
      // An AsciiString goes out as its bytes, whatever they are.
      to.accept(ascii(field.name()), ascii(field.value()));
    } catch (Exception invalid) {
      // For HTTP/2 it is a checked one that Netty does not declare.
      refused.accept("a header that the plugin has set is left out, since HTTP has no such name or value: " + name);
    }
  }

  static AsciiString ascii(Bytes bytes) {
    return new AsciiString(bytes.toArray(), false);
  }
}
