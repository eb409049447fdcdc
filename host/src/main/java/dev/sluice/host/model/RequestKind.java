package dev.sluice.host.model;

/**
 * What a reply of the proxy depends on: the request as it came, whatever plugins make of it.
 *
 * @param grpc whether its type is {@code application/grpc} or begins with {@code application/grpc+}
 * @param head whether its method is HEAD
 */
record RequestKind(boolean grpc, boolean head) {
  static final RequestKind PLAIN = new RequestKind(false, false);
  static final RequestKind GRPC = new RequestKind(true, false);

  static RequestKind of(HeaderMap request) {
    String type = request.text(Names.CONTENT_TYPE);
    return new RequestKind(
        type.equals("application/grpc") || type.startsWith("application/grpc+"),
        request.text(Names.METHOD).equals("HEAD"));
  }
}
