package dev.sluice.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import run.endive.wasm.WasmWriter;

/** A sound module with a bit of everything that a parser has to read. */
final class SmallModule {
  private SmallModule() {}

  static byte[] build() {
    WasmWriter module = new WasmWriter();
    module.writeSection(1,
        bytes(4, 0x60, 0, 0, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f, 0x5e, 0x78, 1));
    module.writeSection(2, join(bytes(1), text("env"), text("proxy_log"), bytes(0, 2)));
    module.writeSection(3, bytes(4, 0, 1, 2, 0));
    module.writeSection(4, bytes(1, 0x70, 1, 1, 4));
    module.writeSection(5, bytes(1, 1, 1, 16));
    module.writeSection(6, bytes(1, 0x7f, 1, 0x41, 5, 0x0b));
    module.writeSection(7, join(bytes(5), text("memory"), bytes(2, 0), text("proxy_abi_version_0_2_1"), bytes(0, 1),
        text("proxy_on_memory_allocate"), bytes(0, 2), text("proxy_on_request_headers"), bytes(0, 3),
        text("_initialize"), bytes(0, 4)));
    module.writeSection(9, bytes(1, 0, 0x41, 0, 0x0b, 1, 1));
    module.writeSection(10, join(bytes(4),
        body(bytes(0, 0x0b)),
        body(bytes(1, 1, 0x7e, 0x41, 0x80, 0x10, 0x0b)),
        body(bytes(0, 0x02, 0x40, 0x20, 1, 0x45, 0x0d, 0, 0x03, 0x40, 0x41, 2, 0x41, 0, 0x41, 4, 0x10, 0, 0x1a, 0x0b,
            0x0b, 0x23, 0, 0x0b)),
        body(bytes(0, 0x0b))));
    module.writeSection(11, join(bytes(1, 0, 0x41, 0, 0x0b), text("data")));
    module.writeSection(0, join(text("name"), bytes(0, 2, 1, 'm')));
    return module.bytes();
  }

  private static byte[] body(byte[] code) {
    return join(bytes(code.length), code);
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return join(bytes(bytes.length), bytes);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
