package dev.sluice.abi.attribute;

/** {@code connection.*}, {@code source.*} and {@code destination.*}: the client's connection. */
public final class ConnectionAttributes {
  private ConnectionAttributes() {}

  /** Its number, of this process of the proxy. */
  public static Attribute<Long> id() {
    return Attribute.in(Attribute.STREAM, AttributeType.unsigned(), "connection", "id");
  }

  /** True where the client has shown a certificate. */
  public static Attribute<Boolean> mtls() {
    return Attribute.in(Attribute.STREAM, AttributeType.bool(), "connection", "mtls");
  }

  /** The server name that the client asked for (SNI), empty where it named none. */
  public static Attribute<String> requestedServerName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "connection", "requested_server_name");
  }

  /** Why Envoy ended the connection, where it did. */
  public static Attribute<String> terminationDetails() {
    return Attribute.in(Attribute.LOG, AttributeType.text(), "connection", "termination_details");
  }

  /** Why TLS failed, where it did. */
  public static Attribute<String> transportFailureReason() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "connection", "transport_failure_reason");
  }

  /** Address and port of the client, {@code 192.0.2.1:5000}. */
  public static Attribute<String> sourceAddress() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "source", "address");
  }

  /** Port of the client. */
  public static Attribute<Long> sourcePort() {
    return Attribute.in(Attribute.STREAM, AttributeType.integer(), "source", "port");
  }

  /** Address and port that the client has reached. */
  public static Attribute<String> destinationAddress() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "destination", "address");
  }

  /** Port that the client has reached. */
  public static Attribute<Long> destinationPort() {
    return Attribute.in(Attribute.STREAM, AttributeType.integer(), "destination", "port");
  }

  /** TLS of this connection; all absent without TLS. */
  public static TlsAttributes tls() {
    return new TlsAttributes("connection", Attribute.STREAM);
  }
}
