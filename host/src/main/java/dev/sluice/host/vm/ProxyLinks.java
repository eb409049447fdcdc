package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import java.util.List;

/** Log, properties and replies. */
final class ProxyLinks {
  private static final String LOG = "proxy_log";
  private static final String LOG_LEVEL = "proxy_get_log_level";
  private static final String GET_PROPERTY = "proxy_get_property";
  private static final String SET_PROPERTY = "proxy_set_property";
  private static final String REPLY = "proxy_send_local_response";

  private ProxyLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy(LOG, "(iii)i", ProxyLinks::log).allowed(Availability.ALWAYS),
        Link.proxy(LOG_LEVEL, "(i)i", ProxyLinks::logLevel),
        Link.proxy(GET_PROPERTY, "(iiii)i", ProxyLinks::getProperty),
        Link.proxy(SET_PROPERTY, "(iiii)i", ProxyLinks::setProperty),
        Link.proxy(REPLY, "(iiiiiiii)i", ProxyLinks::reply));
  }

  private static int log(GuestCalls guest, Link.Arguments in) {
    LogLevel level = LogLevel.fromCode(in.i32(0)).getOrNull();
    if (level == null) {
      return guest.badArgument(LOG);
    }
    Bytes message = guest.memory().read(in.i32(1), in.i32(2));
    return message == null ? guest.invalidMemory(LOG) : guest.calls().log().log(level, message).code();
  }

  private static int logLevel(GuestCalls guest, Link.Arguments in) {
    return guest.handOverInt(guest.calls().log().level(), in.i32(0));
  }

  private static int getProperty(GuestCalls guest, Link.Arguments in) {
    Bytes path = guest.memory().read(in.i32(0), in.i32(1));
    return path == null
        ? guest.invalidMemory(GET_PROPERTY)
        : guest.handOver(guest.calls().properties().get(path), in.i32(2), in.i32(3));
  }

  private static int setProperty(GuestCalls guest, Link.Arguments in) {
    Bytes path = guest.memory().read(in.i32(0), in.i32(1));
    Bytes value = guest.memory().read(in.i32(2), in.i32(3));
    return path == null || value == null
        ? guest.invalidMemory(SET_PROPERTY)
        : guest.calls().properties().set(path, value).code();
  }

  private static int reply(GuestCalls guest, Link.Arguments in) {
    Bytes details = guest.memory().read(in.i32(1), in.i32(2));
    Bytes body = guest.memory().read(in.i32(3), in.i32(4));
    Bytes headers = guest.memory().read(in.i32(5), in.i32(6));
    return details == null || body == null || headers == null
        ? guest.invalidMemory(REPLY)
        : guest.calls().replies().send(in.i32(0), details, body, headers, in.i32(7)).code();
  }
}
