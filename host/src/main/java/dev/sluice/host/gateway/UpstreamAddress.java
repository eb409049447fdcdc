package dev.sluice.host.gateway;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where an upstream is, and what it speaks.
 *
 * @param scheme in lower case
 */
record UpstreamAddress(String scheme, String host, int port) {
  /** HTTP/1.1, without and with TLS. */
  private static final String HTTP = "http";
  private static final String HTTPS = "https";
  /** HTTP/2 without TLS, known in advance (RFC 9113 section 3.3). */
  private static final String HTTP2 = "h2c";
  private static final String TCP = "tcp";

  private static final Set<String> OF_REQUESTS = Set.of(HTTP, HTTPS, HTTP2);

  /**
   * The address of an upstream for requests.
   *
   * @throws GatewayException when it is none
   */
  static UpstreamAddress ofRequests(URI uri) {
    return ofRequests(uri, "the upstream");
  }

  /**
   * The address of what plugins call by this name.
   *
   * @throws GatewayException when it is none
   */
  static UpstreamAddress ofCluster(String name, URI uri) {
    return ofRequests(uri, "cluster '" + name + "' at");
  }

  private static UpstreamAddress ofRequests(URI uri, String what) {
    String scheme = scheme(uri);
    if (!OF_REQUESTS.contains(scheme) || !isPlain(uri)) {
      throw new GatewayException(what + " '" + uri + "' is no address of the form http://host:port");
    }
    int usual = scheme.equals(HTTPS) ? 443 : 80;
    return new UpstreamAddress(scheme, uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
  }

  /**
   * The address of an upstream for connections.
   *
   * @throws GatewayException when it is none
   */
  static UpstreamAddress ofConnections(URI uri) {
    if (!scheme(uri).equals(TCP) || !isPlain(uri) || uri.getPort() < 0) {
      throw new GatewayException("the upstream '" + uri + "' is no address of the form tcp://host:port");
    }
    return new UpstreamAddress(TCP, uri.getHost(), uri.getPort());
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(URI uri) {
    String path = uri.getRawPath();
    return uri.getHost() != null && (path == null || path.isEmpty() || path.equals("/"))
        && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
  }

  boolean isTls() {
    return scheme.equals(HTTPS);
  }

  boolean isHttp2() {
    return scheme.equals(HTTP2);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
