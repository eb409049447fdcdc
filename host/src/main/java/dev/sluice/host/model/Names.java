package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** Header names as hosts keep them, and the names that Envoy itself knows. */
final class Names {
  static final Bytes AUTHORITY = Bytes.constant(":authority");
  static final Bytes PATH = Bytes.constant(":path");
  static final Bytes METHOD = Bytes.constant(":method");
  static final Bytes SCHEME = Bytes.constant(":scheme");
  static final Bytes STATUS = Bytes.constant(":status");
  static final Bytes HOST = Bytes.constant("host");
  static final Bytes CONTENT_TYPE = Bytes.constant("content-type");
  static final Bytes CONTENT_LENGTH = Bytes.constant("content-length");
  static final Bytes GRPC = Bytes.constant("application/grpc");
  static final Bytes GRPC_STATUS = Bytes.constant("grpc-status");
  static final Bytes GRPC_MESSAGE = Bytes.constant("grpc-message");

  private Names() {}

  /** The name in lower case; the same object where it is so already. */
  static Bytes lower(Bytes name) {
    for (int i = 0; i < name.length(); i++) {
      if (isUpper(name.at(i))) {
        return lowered(name);
      }
    }
    return name;
  }

  private static Bytes lowered(Bytes name) {
    byte[] bytes = name.toArray();
    for (int i = 0; i < bytes.length; i++) {
      if (isUpper(bytes[i])) {
        bytes[i] = (byte) (bytes[i] + ('a' - 'A'));
      }
    }
    return Bytes.wrap(bytes);
  }

  private static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  static boolean isPseudo(Bytes name) {
    return name.length() > 0 && name.at(0) == ':';
  }

  /** False for what would end a field or a header block on the wire: NUL, CR and LF (RFC 9110 section 5.5). */
  static boolean isSafe(Bytes text) {
    for (int i = 0; i < text.length(); i++) {
      byte b = text.at(i);
      if (b == 0 || b == '\r' || b == '\n') {
        return false;
      }
    }
    return true;
  }
}
