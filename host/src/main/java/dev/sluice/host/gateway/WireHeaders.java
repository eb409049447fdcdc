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
import java.util.function.Consumer;

/**
 * Header fields between the wire and the model, without the loss of a byte, and without those that concern one
 * connection only (RFC 9110 section 7.6.1).
 */
final class WireHeaders {
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "proxy-connection", "keep-alive", "te", "transfer-encoding", "upgrade", "trailer");

  private WireHeaders() {}

  /** Adds what came over the wire, but for hop-by-hop fields, those that Connection names, and these. */
  static void read(MultiMap from, HeaderMap to, Set<String> except) {
    Set<String> named = connectionOptions(from);
    for (Map.Entry<String, String> field : from) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !except.contains(name)) {
        // The codec reads one char a byte.
        to.add(Bytes.latin1(name), Bytes.latin1(field.getValue()));
      }
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

  /**
   * Puts these fields onto the wire. Hop-by-hop fields that a plugin has set are left out, and so are fields that no
   * HTTP message can carry; the latter are told.
   */
  static void write(List<Header> from, MultiMap to, Consumer<String> refused) {
    for (Header field : from) {
      String name = field.name().latin1();
      if (HOP_BY_HOP.contains(name)) {
        continue;
      }
      try {
        // An AsciiString goes out as its bytes, whatever they are.
        to.add(ascii(field.name()), ascii(field.value()));
      } catch (IllegalArgumentException e) {
        refused.accept("a header that the plugin has set is left out, since HTTP has no such name or value: " + name);
      }
    }
  }

  static AsciiString ascii(Bytes bytes) {
    return new AsciiString(bytes.toArray(), false);
  }
}
