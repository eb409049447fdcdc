package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads HTTP/1.1 responses (RFC 9112) and refuses what is not one. */
final class Http1Reader {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([1-5]\\d\\d) ?([^\r\n]*)");
  /** A dot is any byte here, NEL (0x85) as well, which Java takes for the end of a line. */
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*", Pattern.DOTALL);

  private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,7})[ \t]*(;.*)?");
  private static final int MAX_LINE = 1 << 20;

  private final InputStream in;
  private boolean keepsConnection;

  Http1Reader(InputStream in) {
    this.in = in;
  }

  /** True where the last response left the connection open for another request. */
  boolean keepsConnection() {
    return keepsConnection;
  }

  /** The next final response; interim ones (1xx) are passed over. */
  Response read(boolean toHead) throws IOException {
    while (true) {
      keepsConnection = false;
      String line = line();
      Matcher matcher = STATUS_LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IOException("not a status line of HTTP/1.1: " + line);
      }
      int status = Integer.parseInt(matcher.group(1));
      Headers headers = fields();
      if (status >= 200) {
        return body(status, headers, toHead);
      }
    }
  }

  /** RFC 9112 section 6.3. */
  private Response body(int status, Headers headers, boolean toHead) throws IOException {
    boolean close = headers.all("connection").exists(value -> value.equalsIgnoreCase("close"));
    boolean chunked = headers.has("transfer-encoding");
    if (chunked && !headers.all("transfer-encoding").mkString(",").equalsIgnoreCase("chunked")) {
      throw new IOException("transfer-encoding " + headers.all("transfer-encoding").mkString(", "));
    }
    if (chunked && headers.has("content-length")) {
      throw new IOException("a response with both transfer-encoding and content-length");
    }
    Bytes body = Bytes.EMPTY;
    Headers trailers = Headers.EMPTY;
    if (!toHead && status != 204 && status != 304) {
      if (chunked) {
        body = chunks();
        trailers = fields();
      } else if (headers.has("content-length")) {
        body = exactly(contentLength(headers));
      } else {
        close = true;
        body = Bytes.wrap(in.readAllBytes());
      }
    }
    keepsConnection = !close;
    return new Response(status, headers, body, trailers);
  }

  private static int contentLength(Headers headers) throws IOException {
    var values = headers.all("content-length");
    if (values.size() != 1 || !values.head().matches("\\d{1,9}")) {
      throw new IOException("content-length " + values.mkString(", "));
    }
    return Integer.parseInt(values.head());
  }

  private Bytes chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String line = line();
      Matcher matcher = CHUNK_SIZE.matcher(line);
      if (!matcher.matches()) {
        throw new IOException("not the size of a chunk: " + line);
      }
      int size = Integer.parseInt(matcher.group(1), 16);
      if (size == 0) {
        return Bytes.wrap(body.toByteArray());
      }
      body.writeBytes(exactly(size).toArray());
      if (!line().isEmpty()) {
        throw new IOException("a chunk is longer than its size " + size);
      }
    }
  }

  private Headers fields() throws IOException {
    Headers headers = Headers.EMPTY;
    for (String line = line(); !line.isEmpty(); line = line()) {
      Matcher matcher = FIELD.matcher(line);
      if (!matcher.matches()) {
        throw new IOException("not a header field: " + line);
      }
      headers = headers.add(matcher.group(1), Bytes.latin1(matcher.group(2)));
    }
    return headers;
  }

  private Bytes exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("the connection ended after " + bytes.length + " of " + length + " bytes");
    }
    return Bytes.wrap(bytes);
  }

  /** The next line up to CR LF, one char a byte. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException(
            line.isEmpty() ? "the connection ended before a response" : "the connection ended within: " + line);
      }
      if (c == '\r') {
        if (in.read() != '\n') {
          throw new IOException("CR without LF after: " + line);
        }
        return line.toString();
      }
      if (c == '\n' || line.length() == MAX_LINE) {
        throw new IOException((c == '\n' ? "LF without CR after: " : "a line beyond 1 MiB: ") + line);
      }
      line.append((char) c);
    }
  }
}
