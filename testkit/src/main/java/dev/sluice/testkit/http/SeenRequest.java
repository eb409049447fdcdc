package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;

/**
 * What an upstream got.
 *
 * @param target path and query as they came over the wire
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
 * @param headers in the order they came, repeated ones apart, values as bytes
 */
public record SeenRequest(
    String method, String target, String authority, String protocol, Headers headers, Bytes body) {}
