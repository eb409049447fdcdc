package dev.sluice.bridge.deploy;

/**
 * Where something listens or is reached.
 *
 * @param host an IP address or, for upstreams, a DNS name
 * @param port 0 to 65535; 0 lets the kernel choose a free port, which only makes sense for listening
 */
public record Address(String host, int port) {
  public Address {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host of an address is empty");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " of host " + host + " is not between 0 and 65535");
    }
  }

  /** A free port on this machine's loopback interface. */
  public static Address anyLocalPort() {
    return new Address("127.0.0.1", 0);
  }

  /** True where no DNS look-up is needed. */
  boolean isIp() {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  YamlMap yaml() {
    return YamlMap.of("socket_address", YamlMap.of("address", host).put("port_value", port));
  }
}
