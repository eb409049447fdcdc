package dev.sluice.abi;

/**
 * How a gRPC call ended, or an HTTP callout failed.
 *
 * @param code a gRPC status code, 0 to 16
 * @param message what the peer said; its own status tells whether the host handed it over
 */
public record GrpcStatus(int code, Fetched message) {}
