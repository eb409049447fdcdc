package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Headers of a gRPC request as Envoy's client makes them ({@code Grpc::Common::prepareHeaders}). */
final class GrpcHeaders {
  private static final Bytes TE = Bytes.constant("te");
  private static final Bytes TIMEOUT = Bytes.constant("grpc-timeout");
  private static final Bytes BINARY = Bytes.constant("-bin");
  private static final long MOST_UNITS = 99_999_999;
  private static final String UNITS = "mSMH";
  private static final int[] NEXT_UNIT = {1_000, 60, 60};

  private GrpcHeaders() {}

  /**
   * @param timeout null for a stream, which has none; zero means none as well, but a service is told {@code 0m}
   * @param metadata values of names that end in {@code -bin} are sent in Base64
   * @return null where the metadata cannot be sent
   */
  static HeaderMap of(GrpcTarget.OfCluster target, String path, Duration timeout, List<Header> metadata) {
    HeaderMap headers = new HeaderMap(HeaderMapKind.REQUEST_HEADERS);
    headers.add(Names.METHOD, Bytes.utf8("POST"));
    headers.add(Names.PATH, Bytes.latin1(path));
    headers.add(Names.AUTHORITY, target.authority());
    headers.add(Names.SCHEME, Bytes.utf8("http"));
    headers.add(TE, Bytes.utf8("trailers"));
    if (timeout != null) {
      headers.add(TIMEOUT, Bytes.utf8(text(timeout.toMillis())));
    }
    headers.add(Names.CONTENT_TYPE, Names.GRPC);
    List<Header> all = new ArrayList<>(target.metadata());
    all.addAll(metadata);
    for (Header field : all) {
      if (!headers.add(field.name(), wire(field)).isOk()) {
        return null;
      }
    }
    return headers;
  }

  private static Bytes wire(Header field) {
    return Names.lower(field.name()).endsWith(BINARY)
        ? Bytes.wrap(Base64.getEncoder().encode(field.value().toArray()))
        : field.value();
  }

  /** At most eight digits and a unit (gRPC over HTTP2, "Timeout"); rounded down where they do not suffice. */
  private static String text(long millis) {
    long time = millis;
    int unit = 0;
    while (time > MOST_UNITS && unit < NEXT_UNIT.length) {
      time /= NEXT_UNIT[unit++];
    }
    return time + UNITS.substring(unit, unit + 1);
  }
}
