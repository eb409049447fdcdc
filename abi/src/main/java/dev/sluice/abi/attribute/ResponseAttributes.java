package dev.sluice.abi.attribute;

import java.time.Duration;

/** {@code response.*}: of HTTP exchanges. */
public final class ResponseAttributes {
  private ResponseAttributes() {}

  /** The status code. */
  public static Attribute<Long> code() {
    return Attribute.in(Attribute.RESPONSE, AttributeType.integer(), "response", "code");
  }

  /** Why there is this response, for instance {@code via_upstream}; the texts may change with the version. */
  public static Attribute<String> codeDetails() {
    return Attribute.in(Attribute.RESPONSE, AttributeType.text(), "response", "code_details");
  }

  /** Envoy's response flags as bits. */
  public static Attribute<Long> flags() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.integer(), "response", "flags");
  }

  /** The status of a gRPC call: of trailers, of headers, else what the status code stands for, which is 2 for a 200. */
  public static Attribute<Long> grpcStatus() {
    return Attribute.in(Attribute.RESPONSE, AttributeType.integer(), "response", "grpc_status");
  }

  /** All headers by their names in lower case, repeated ones joined with commas; elsewhere an empty map. */
  public static Attribute<AttributeMap> headers() {
    return Attribute.in(Attribute.RESPONSE_HEADERS, AttributeType.map(), "response", "headers");
  }

  /** One header by its name in lower case; values of repeated ones are joined with commas. */
  public static Attribute<String> header(String name) {
    return Attribute.in(Attribute.RESPONSE_HEADERS, AttributeType.text(), "response", "headers", name);
  }

  /** The length of all names and values together, in bytes; elsewhere 0. Envoy 1.36 lacks it. */
  public static Attribute<Long> headersBytes() {
    return Attribute.in(Attribute.RESPONSE_HEADERS, AttributeType.integer(), "response", "headers_bytes");
  }

  /** All trailers by their names in lower case, repeated ones joined with commas; elsewhere an empty map. */
  public static Attribute<AttributeMap> trailers() {
    return Attribute.in(Attribute.RESPONSE_TRAILERS, AttributeType.map(), "response", "trailers");
  }

  /** One trailer by its name in lower case. */
  public static Attribute<String> trailer(String name) {
    return Attribute.in(Attribute.RESPONSE_TRAILERS, AttributeType.text(), "response", "trailers", name);
  }

  /** The bytes of the body that have left. */
  public static Attribute<Long> size() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.integer(), "response", "size");
  }

  /** The bytes of the body that have left, and of headers and trailers where they can be read. */
  public static Attribute<Long> totalSize() {
    return Attribute.in(Attribute.EXCHANGE, AttributeType.integer(), "response", "total_size");
  }

  /** From the first byte to the upstream to the last one from it. */
  public static Attribute<Duration> backendLatency() {
    return Attribute.in(Attribute.LOG, AttributeType.duration(), "response", "backend_latency");
  }
}
