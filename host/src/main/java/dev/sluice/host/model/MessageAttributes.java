package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/**
 * Attributes of request and response. Those from headers and trailers are there only where the reading plugin can read
 * the map itself, as in Envoy ({@code filters/common/expr/context.cc}).
 */
final class MessageAttributes {
  private static final int GRPC_INVALID = -1;
  private static final int GRPC_LAST = 16;

  private final StreamProgress progress;

  MessageAttributes(StreamProgress progress) {
    this.progress = progress;
  }

  /**
   * An attribute of the request, null where there is none.
   *
   * @param headers null where the plugin cannot read them
   * @param over whether the exchange is over
   */
  Bytes request(String name, HeaderMap headers, boolean over) {
    return switch (name) {
      case "headers" -> AttributeBytes.map(headers);
      case "headers_bytes" -> AttributeBytes.of(size(headers));
      case "time" -> AttributeBytes.of(progress.startedEpoch());
      case "protocol" -> AttributeBytes.of("HTTP/1.1");
      case "size" -> requestSize(headers);
      case "total_size" -> AttributeBytes.of(progress.requestBytes() + size(headers));
      case "duration" -> over ? AttributeBytes.of(progress.duration()) : null;
      default -> headers == null ? null : fromHeaders(name, headers);
    };
  }

  private static Bytes fromHeaders(String name, HeaderMap headers) {
    return switch (name) {
      case "path" -> headers.first(Names.PATH);
      case "url_path" -> part(headers.first(Names.PATH), true);
      case "query" -> part(headers.first(Names.PATH), false);
      case "host" -> headers.first(Names.AUTHORITY);
      case "scheme" -> headers.first(Names.SCHEME);
      case "method" -> headers.first(Names.METHOD);
      case "referer" -> headers.first(Bytes.utf8("referer"));
      case "useragent" -> headers.first(Bytes.utf8("user-agent"));
      case "id" -> headers.first(Bytes.utf8("x-request-id"));
      default -> null;
    };
  }

  private Bytes requestSize(HeaderMap headers) {
    Bytes length = headers == null ? null : headers.first(Names.CONTENT_LENGTH);
    if (length == null) {
      return AttributeBytes.of(progress.requestBytes());
    }
    try {
      return AttributeBytes.of(Long.parseLong(length.latin1()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Bytes part(Bytes path, boolean beforeQuery) {
    Bytes whole = path == null ? Bytes.EMPTY : path;
    int mark = whole.indexOf('?', 0);
    if (beforeQuery) {
      return mark < 0 ? whole : whole.slice(0, mark);
    }
    return mark < 0 ? Bytes.EMPTY : whole.slice(mark + 1, whole.length());
  }

  /**
   * An attribute of the response, null where there is none.
   *
   * @param headers null where the plugin cannot read them
   * @param trailers null where the plugin cannot read them
   */
  Bytes response(String name, HeaderMap headers, HeaderMap trailers) {
    return switch (name) {
      case "headers" -> AttributeBytes.map(headers);
      case "trailers" -> AttributeBytes.map(trailers);
      case "headers_bytes" -> AttributeBytes.of(size(headers));
      case "flags" -> AttributeBytes.of(0);
      case "size" -> AttributeBytes.of(progress.responseBytes());
      case "total_size" -> AttributeBytes.of(progress.responseBytes() + size(headers) + size(trailers));
      case "backend_latency" -> progress.backendLatency() < 0 ? null : AttributeBytes.of(progress.backendLatency());
      default -> progress.hasResponse() ? ofCode(name, headers, trailers) : null;
    };
  }

  private Bytes ofCode(String name, HeaderMap headers, HeaderMap trailers) {
    return switch (name) {
      case "code" -> AttributeBytes.of(progress.status());
      case "code_details" -> AttributeBytes.of(progress.details());
      case "grpc_status" -> AttributeBytes.of(grpcStatus(headers, trailers));
      default -> null;
    };
  }

  private int grpcStatus(HeaderMap headers, HeaderMap trailers) {
    Bytes told = trailers == null ? null : trailers.first(Names.GRPC_STATUS);
    if (told == null && headers != null) {
      told = headers.first(Names.GRPC_STATUS);
    }
    if (told == null) {
      return GrpcStatusCodes.ofHttp(progress.status());
    }
    try {
      int code = Integer.parseInt(told.latin1());
      return code >= 0 && code <= GRPC_LAST ? code : GRPC_INVALID;
    } catch (NumberFormatException e) {
      return GRPC_INVALID;
    }
  }

  private static int size(HeaderMap map) {
    return map == null ? 0 : map.byteSize();
  }
}
