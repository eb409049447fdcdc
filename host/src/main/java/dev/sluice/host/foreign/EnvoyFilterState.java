package dev.sluice.host.foreign;

import dev.sluice.abi.Status;
import java.util.Map;
import java.util.function.Predicate;

/** The keys of filter state that Envoy's own extensions go by (Envoy, "Well Known Filter State Objects"). */
final class EnvoyFilterState {
  private static final int GREATEST_PORT = 65_535;

  private static final Map<String, Predicate<String>> KEYS = Map.ofEntries(
      Map.entry("envoy.string", EnvoyFilterState::isText),
      Map.entry("envoy.hashable_string", EnvoyFilterState::isText),
      Map.entry("envoy.network.upstream_server_name", EnvoyFilterState::isText),
      Map.entry("envoy.network.application_protocols", EnvoyFilterState::isText),
      Map.entry("envoy.network.upstream_subject_alt_names", EnvoyFilterState::isText),
      Map.entry("envoy.network.transport_socket.original_dst_address", EnvoyFilterState::isAddress),
      Map.entry("envoy.filters.listener.original_dst.local_ip", EnvoyFilterState::isAddress),
      Map.entry("envoy.filters.listener.original_dst.remote_ip", EnvoyFilterState::isAddress),
      Map.entry("envoy.tcp_proxy.cluster", EnvoyFilterState::isText),
      Map.entry("envoy.tcp_proxy.disable_tunneling", EnvoyFilterState::isText),
      Map.entry("envoy.udp_proxy.cluster", EnvoyFilterState::isText),
      Map.entry("envoy.upstream.dynamic_host", EnvoyFilterState::isText),
      Map.entry("envoy.upstream.dynamic_port", EnvoyFilterState::isPort));

  private EnvoyFilterState() {}

  /** NOT_FOUND for a key that nothing in Envoy goes by, BAD_ARGUMENT for a value that does not fit it. */
  static Status check(String key, String value) {
    Predicate<String> fits = KEYS.get(key);
    return fits == null ? Status.NOT_FOUND : fits.test(value) ? Status.OK : Status.BAD_ARGUMENT;
  }

  private static boolean isText(String value) {
    return true;
  }

  /** An IPv4 address, or an IPv6 address in brackets, and a port. */
  private static boolean isAddress(String value) {
    int colon = value.lastIndexOf(':');
    if (colon < 0 || !isPort(value.substring(colon + 1))) {
      return false;
    }
    String ip = value.substring(0, colon);
    return ip.matches("(\\d{1,3}\\.){3}\\d{1,3}") || ip.matches("\\[[0-9A-Fa-f:.]+]");
  }

  private static boolean isPort(String value) {
    return value.matches("\\d{1,5}") && Integer.parseInt(value) <= GREATEST_PORT;
  }
}
