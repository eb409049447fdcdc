package dev.sluice.testkit.property;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.testkit.http.Request;

/**
 * A request as a line of {@code curl} for a shell that knows {@code $'..'} (bash, zsh, ksh): what curl would add by itself
 * is taken out, so that the same request goes out. Trailers, which curl cannot send, are told behind it.
 */
public final class CurlLine {
  private static final String PLACE = "http://localhost:10000";

  private CurlLine() {}

  /** The line, to the port on which {@code ./sluice run} listens. */
  public static String of(Request request) {
    Bytes body = request.body();
    boolean piped = isNoArgument(body);
    StringBuilder line = new StringBuilder();
    if (piped) {
      line.append("printf ").append(printfFormat(body)).append(" | ");
    }
    line.append("curl -i --path-as-is --globoff -A ''");
    switch (request.method()) {
      case "GET" -> line.append(body.isEmpty() ? "" : " -X GET");
      case "HEAD" -> line.append(" --head");
      default -> line.append(" -X ").append(request.method());
    }
    if (!request.authority().equals("localhost")) {
      line.append(" -H ").append(quoted(Bytes.utf8("host: " + request.authority())));
    }
    suppressed(line, request, "accept");
    for (Header field : request.headers().fields()) {
      line.append(" -H ").append(quoted(asArgument(field)));
    }
    if (!body.isEmpty()) {
      suppressed(line, request, "content-type");
      if (request.pieces().size() > 1) {
        line.append(" -H 'transfer-encoding: chunked'");
      }
      line.append(" --data-binary ").append(piped ? "@-" : quoted(body));
    }
    line.append(' ').append(quoted(Bytes.utf8(PLACE + request.target())));
    if (!request.trailers().fields().isEmpty()) {
      line.append("  # and the trailers ")
          .append(request.trailers().fields().map(field -> quoted(asArgument(field)).toString()).mkString(", "));
    }
    return line.toString();
  }

  private static void suppressed(StringBuilder line, Request request, String header) {
    if (!request.headers().has(header)) {
      line.append(" -H ").append(header).append(':');
    }
  }

  /** An empty header is written with a semicolon; with a colon curl would leave it out. */
  private static Bytes asArgument(Header field) {
    String text = field.name().latin1() + (field.value().isEmpty() ? ";" : ": " + field.value().latin1());
    return Bytes.latin1(text);
  }

  /** No argument of a program can have a NUL in it, and to curl a leading at-sign means a file. */
  private static boolean isNoArgument(Bytes body) {
    return body.indexOf(0, 0) >= 0 || !body.isEmpty() && body.at(0) == '@';
  }

  /** These bytes as one word of a shell. */
  static String quoted(Bytes bytes) {
    String text = bytes.latin1();
    if (text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\'')) {
      return "'" + text + "'";
    }
    StringBuilder out = new StringBuilder("$'");
    for (int i = 0; i < bytes.length(); i++) {
      int b = bytes.at(i) & 0xff;
      switch (b) {
        case '\'' -> out.append("\\'");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(b >= ' ' && b <= '~' ? String.valueOf((char) b) : octal(b));
      }
    }
    return out.append('\'').toString();
  }

  private static String printfFormat(Bytes bytes) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < bytes.length(); i++) {
      int b = bytes.at(i) & 0xff;
      boolean plain = b >= ' ' && b <= '~' && "'%\\".indexOf(b) < 0;
      out.append(plain ? String.valueOf((char) b) : b == '%' ? "%%" : octal(b));
    }
    return out.append('\'').toString();
  }

  private static String octal(int b) {
    return "\\" + (b >> 6) + (b >> 3 & 7) + (b & 7);
  }
}
