package dev.sluice.bridge.teavm;

import java.io.ByteArrayOutputStream;

/**
 * Writes the sizes in a module's sections as short as they can be. TeaVM reserves four or five bytes for each, which
 * adds up to more than a kilobyte in a small module.
 */
final class CompactSizes {
  private static final int HEADER = 8;
  private static final int CODE_SECTION = 10;

  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at = HEADER;

  private CompactSizes(byte[] in) {
    this.in = in;
  }

  static byte[] of(byte[] module) {
    CompactSizes sizes = new CompactSizes(module);
    sizes.out.write(module, 0, HEADER);
    while (sizes.at < module.length) {
      sizes.section();
    }
    return sizes.out.toByteArray();
  }

  private void section() {
    int id = in[at++];
    int size = readSize();
    int end = at + size;
    byte[] content = id == CODE_SECTION ? code() : raw(size);
    out.write(id);
    writeSize(out, content.length);
    out.writeBytes(content);
    at = end;
  }

  private byte[] raw(int size) {
    byte[] content = new byte[size];
    System.arraycopy(in, at, content, 0, size);
    return content;
  }

  private byte[] code() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int functions = readSize();
    writeSize(content, functions);
    for (int i = 0; i < functions; i++) {
      int size = readSize();
      writeSize(content, size);
      content.write(in, at, size);
      at += size;
    }
    return content.toByteArray();
  }

  private int readSize() {
    int value = 0;
    for (int shift = 0;; shift += 7) {
      int b = in[at++];
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private static void writeSize(ByteArrayOutputStream to, int value) {
    int rest = value;
    while (rest > 0x7f) {
      to.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    to.write(rest);
  }
}
