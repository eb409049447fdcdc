package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The zlib format (RFC 1950). */
final class Zlib {
  /** Most bytes that come out of an inflation; Envoy sets no limit here. */
  private static final int MOST_INFLATED = 64 << 20;
  private static final int CHUNK = 8192;

  private Zlib() {}

  static Bytes compress(Bytes bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes.toArray());
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return Bytes.wrap(out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  /** SERIALIZATION_FAILURE for what is not zlib, cut off, or too large. Bytes after the end are passed over. */
  static Fetched uncompress(Bytes bytes) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes.toArray());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        boolean stuck = count == 0 && !inflater.finished();
        if (stuck || out.size() + count > MOST_INFLATED) {
          return Fetched.failed(Status.SERIALIZATION_FAILURE);
        }
        out.write(chunk, 0, count);
      }
      return Fetched.of(Bytes.wrap(out.toByteArray()));
    } catch (DataFormatException e) {
      return Fetched.failed(Status.SERIALIZATION_FAILURE);
    } finally {
      inflater.end();
    }
  }
}
