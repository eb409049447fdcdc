package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpFrame;
import java.io.ByteArrayOutputStream;

/**
 * The payload of HTTP/2 METADATA frames, an extension of Envoy: a header block (RFC 7541) in frames of a type of their
 * own. Written without compression, each block in one frame.
 */
final class MetadataFrame {
  static final int TYPE = 0x4d;
  static final int END_METADATA = 4;
  private static final int LITERAL_NEVER_INDEXED = 0x10;
  private static final int LONG_LENGTH = 127;

  private MetadataFrame() {}

  static Buffer encode(Headers entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Header entry : entries.fields()) {
      out.write(LITERAL_NEVER_INDEXED);
      string(out, entry.name());
      string(out, entry.value());
    }
    return Buffer.buffer(out.toByteArray());
  }

  /** A string with the prefixed integer of its length (RFC 7541 sections 5.1 and 5.2). */
  private static void string(ByteArrayOutputStream out, Bytes text) {
    int length = text.length();
    if (length < LONG_LENGTH) {
      out.write(length);
    } else {
      out.write(LONG_LENGTH);
      for (length -= LONG_LENGTH; length >= 0x80; length >>= 7) {
        out.write(length & 0x7f | 0x80);
      }
      out.write(length);
    }
    out.writeBytes(text.toArray());
  }

  /** What these frames of one stream carry, one after the other; frames of other types are left aside. */
  static final class Reader {
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
    private final ByteBuf open = Unpooled.buffer();

    /** The entries where this frame ends a block; none for any other frame. */
    Headers read(HttpFrame frame) {
      if (frame.type() != TYPE) {
        return Headers.EMPTY;
      }
      open.writeBytes(frame.payload().getBytes());
      if ((frame.flags() & END_METADATA) == 0) {
        return Headers.EMPTY;
      }
      try {
        Headers entries = Headers.EMPTY;
        for (var entry : decoder.decodeHeaders(0, open)) {
          entries = entries.add(entry.getKey().toString(), Bytes.latin1(entry.getValue().toString()));
        }
        open.clear();
        return entries;
      } catch (Http2Exception e) {
        throw new IllegalStateException("metadata that is no header block", e);
      }
    }
  }
}
