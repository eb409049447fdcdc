package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.host.model.AttributeBytes;
import java.util.HashMap;
import java.util.Map;

/** Addresses for a proxy without sockets, of the block for documentation (RFC 5737), as attributes. */
final class SampleNetwork {
  private static final String CLIENT = "192.0.2.1";
  private static final String PROXY = "192.0.2.2";
  private static final String UPSTREAM = "192.0.2.3";
  private static final Map<Bytes, Bytes> ATTRIBUTES;

  static {
    Map<Bytes, Bytes> all = new HashMap<>();
    put(all, "source", CLIENT, 50_000);
    put(all, "destination", PROXY, 80);
    put(all, "upstream", UPSTREAM, 8080);
    all.put(PropertyPath.of("upstream", "local_address"), AttributeBytes.of(PROXY + ":50001"));
    ATTRIBUTES = Map.copyOf(all);
  }

  private SampleNetwork() {}

  private static void put(Map<Bytes, Bytes> all, String side, String address, int port) {
    all.put(PropertyPath.of(side, "address"), AttributeBytes.of(address + ":" + port));
    all.put(PropertyPath.of(side, "port"), AttributeBytes.of(port));
  }

  /** These attributes, and the network's for what they leave open. */
  static Map<Bytes, Bytes> with(Map<Bytes, Bytes> given) {
    if (given.isEmpty()) {
      return ATTRIBUTES;
    }
    Map<Bytes, Bytes> all = new HashMap<>(ATTRIBUTES);
    all.putAll(given);
    return all;
  }
}
