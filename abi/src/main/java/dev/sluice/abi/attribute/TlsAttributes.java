package dev.sluice.abi.attribute;

/** TLS of a connection; each attribute is absent where there is none. */
public final class TlsAttributes {
  private final String connection;
  private final int phase;

  TlsAttributes(String connection, int phase) {
    this.connection = connection;
    this.phase = phase;
  }

  /** For instance {@code TLSv1.3}. */
  public Attribute<String> version() {
    return text("tls_version");
  }

  /** The subject of the proxy's own certificate (RFC 2253), empty where it has none. */
  public Attribute<String> subjectLocalCertificate() {
    return text("subject_local_certificate");
  }

  /** The subject of the other side's certificate (RFC 2253), empty where it has shown none. */
  public Attribute<String> subjectPeerCertificate() {
    return text("subject_peer_certificate");
  }

  /** The first DNS name in the proxy's own certificate. */
  public Attribute<String> dnsSanLocalCertificate() {
    return text("dns_san_local_certificate");
  }

  /** The first DNS name in the other side's certificate. */
  public Attribute<String> dnsSanPeerCertificate() {
    return text("dns_san_peer_certificate");
  }

  /** The first URI in the proxy's own certificate. */
  public Attribute<String> uriSanLocalCertificate() {
    return text("uri_san_local_certificate");
  }

  /** The first URI in the other side's certificate: its SPIFFE id in a mesh. */
  public Attribute<String> uriSanPeerCertificate() {
    return text("uri_san_peer_certificate");
  }

  /** SHA-256 of the other side's certificate in hexadecimal. */
  public Attribute<String> sha256PeerCertificateDigest() {
    return text("sha256_peer_certificate_digest");
  }

  /** The other side's certificate as PEM, percent-coded. */
  public Attribute<String> peerCertificate() {
    return text("peer_certificate");
  }

  private Attribute<String> text(String name) {
    return Attribute.in(phase, AttributeType.text(), connection, name);
  }
}
