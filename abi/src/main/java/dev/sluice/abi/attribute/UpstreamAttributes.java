package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import java.time.Duration;

/** {@code upstream.*}: the connection to the upstream. */
public final class UpstreamAttributes {
  private UpstreamAttributes() {}

  /** Address and port of the upstream. */
  public static Attribute<String> address() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.text(), "upstream", "address");
  }

  /** Port of the upstream. */
  public static Attribute<Long> port() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.integer(), "upstream", "port");
  }

  /** The proxy's own address and port on this connection. */
  public static Attribute<String> localAddress() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.text(), "upstream", "local_address");
  }

  /** How many endpoints the cluster has. */
  public static Attribute<Long> numEndpoints() {
    return Attribute.in(Attribute.STREAM, AttributeType.unsigned(), "upstream", "num_endpoints");
  }

  /** How often the request was sent to an upstream, 0 for never. */
  public static Attribute<Long> requestAttemptCount() {
    return Attribute.in(Attribute.STREAM, AttributeType.unsigned(), "upstream", "request_attempt_count");
  }

  /** From when a connection was wanted to when one was there. */
  public static Attribute<Duration> cxPoolReadyDuration() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.duration(), "upstream", "cx_pool_ready_duration");
  }

  /** Why TLS to the upstream failed, empty where it did not. */
  public static Attribute<String> transportFailureReason() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.text(), "upstream", "transport_failure_reason");
  }

  /** {@code envoy.config.core.v3.Locality} of the upstream. */
  public static Attribute<Bytes> locality() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.message(), "upstream", "locality");
  }

  /** Region of the upstream. */
  public static Attribute<String> region() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.text(), "upstream", "locality", "region");
  }

  /** Zone of the upstream. */
  public static Attribute<String> zone() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.text(), "upstream", "locality", "zone");
  }

  /** Part of the upstream's zone. */
  public static Attribute<String> subZone() {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.text(), "upstream", "locality", "sub_zone");
  }

  /** TLS of this connection; all absent without TLS. */
  public static TlsAttributes tls() {
    return new TlsAttributes("upstream", Attribute.UPSTREAM);
  }
}
