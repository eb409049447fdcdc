package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * One HTTP/1.1 connection (RFC 9112). It sends exactly the bytes it is told to, whether they are legal or not, and is
 * strict about what comes back. Not for use by several threads at a time.
 */
public final class Http1Connection implements AutoCloseable {
  private final Socket socket;
  private final Http1Reader reader;
  private boolean reusable = true;

  private Http1Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.reader = new Http1Reader(new BufferedInputStream(socket.getInputStream(), 16384));
  }

  /** Connects to a port of this machine. Reads give up after a minute of silence. */
  public static Http1Connection open(int port) throws IOException {
    return open("127.0.0.1", port, Duration.ofMinutes(1));
  }

  /** Connects; {@code silence} bounds the connecting and each read. */
  public static Http1Connection open(String host, int port, Duration silence) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(silence.toMillis()));
      return new Http1Connection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Sends a request and reads its response.
   *
   * @throws IOException where the connection breaks or the response is not HTTP/1.1; the connection is of no use then
   */
  public Response exchange(Request request) throws IOException {
    return exchange(request, () -> {});
  }

  /** As {@link #exchange(Request)}; {@code between} runs before each piece of a body of several. */
  public Response exchange(Request request, Runnable between) throws IOException {
    if (!request.isChunked()) {
      return exchange(encode(request), request.method());
    }
    begin();
    write(encode(request));
    boolean trailers = !request.trailers().fields().isEmpty();
    for (int i = 0; i < request.pieces().size(); i++) {
      between.run();
      write(chunk(request.pieces().get(i), !trailers && i == request.pieces().size() - 1));
    }
    if (trailers) {
      between.run();
      ByteArrayOutputStream end = new ByteArrayOutputStream();
      line(end, "0");
      fields(end, request.trailers());
      line(end, "");
      write(Bytes.wrap(end.toByteArray()));
    }
    return finish(request.method());
  }

  private static Bytes chunk(Bytes piece, boolean last) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length() + 32);
    line(out, Integer.toHexString(piece.length()));
    out.writeBytes(piece.toArray());
    line(out, "");
    if (last) {
      line(out, "0");
      line(out, "");
    }
    return Bytes.wrap(out.toByteArray());
  }

  /** As {@link #exchange(Request)} with the bytes of a request, legal or not, and the method they stand for. */
  public Response exchange(Bytes raw, String method) throws IOException {
    begin();
    write(raw);
    return finish(method);
  }

  private void begin() throws IOException {
    if (!reusable) {
      throw new IOException("the connection can not be used again: the other side closes it");
    }
    reusable = false;
  }

  private void write(Bytes raw) throws IOException {
    socket.getOutputStream().write(raw.toArray());
    socket.getOutputStream().flush();
  }

  private Response finish(String method) throws IOException {
    Response response = reader.read(method.equals("HEAD"));
    reusable = reader.keepsConnection();
    return response;
  }

  /** True where another request may be sent. */
  public boolean isReusable() {
    return reusable;
  }

  private static Bytes encode(Request request) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    line(out, request.method() + " " + request.target() + " HTTP/1.1");
    line(out, "host: " + request.authority());
    fields(out, request.headers());
    if (request.isChunked()) {
      line(out, "transfer-encoding: chunked");
    } else if (!request.pieces().isEmpty()) {
      line(out, "content-length: " + request.body().length());
    }
    line(out, "");
    if (!request.isChunked()) {
      out.writeBytes(request.body().toArray());
    }
    return Bytes.wrap(out.toByteArray());
  }

  private static void fields(ByteArrayOutputStream out, Headers headers) {
    for (Header field : headers.fields()) {
      out.writeBytes(field.name().toArray());
      out.writeBytes(Bytes.utf8(": ").toArray());
      out.writeBytes(field.value().toArray());
      line(out, "");
    }
  }

  private static void line(ByteArrayOutputStream out, String text) {
    out.writeBytes(Bytes.utf8(text + "\r\n").toArray());
  }

  @Override
  public void close() throws IOException {
    reusable = false;
    socket.close();
  }
}
