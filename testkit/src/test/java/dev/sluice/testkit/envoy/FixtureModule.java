package dev.sluice.testkit.envoy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import run.endive.wasm.WasmWriter;

/**
 * A Proxy-Wasm module written by hand, so that the kit is tested without a compiler. At each request it logs a line at
 * info level; a request with the header {@code x-trap} makes it trap, one with {@code x-reply} is answered 200 with the
 * text given, any other goes on.
 */
public final class FixtureModule {
  private static final int I32 = 0x7f;
  private static final int GET = 0;
  private static final int REPLY = 1;
  private static final int LOG = 2;
  private static final int TRAP_NAME = 1024;
  private static final int REPLY_NAME = 1040;
  private static final int REPLY_TEXT = 1056;
  private static final int LINE = 1200;
  /** Where the module answers addresses and sizes, and where the host puts a value. */
  private static final int OUT = 2048;

  private static final int HEAP = 4096;

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  private FixtureModule() {}

  /** A module that answers with this text. */
  public static byte[] replying(String text) {
    return new FixtureModule().build(text, "got\na \"request\"");
  }

  private byte[] build(String text, String line) {
    WasmWriter module = new WasmWriter();
    module.writeSection(1, section(6,
        type(5, 1), type(8, 1), type(3, 1), type(1, 1), type(0, 0), bytes(0x60, 3, I32, I32, I32, 1, I32)));
    module.writeSection(2, section(3,
        imported("proxy_get_header_map_value", 0), imported("proxy_send_local_response", 1), imported("proxy_log", 2)));
    module.writeSection(3, section(3, bytes(4), bytes(3), bytes(5)));
    module.writeSection(5, section(1, bytes(0, 1)));
    module.writeSection(7, section(4,
        exported("memory", 2, 0), exported("proxy_abi_version_0_2_1", 0, 3),
        exported("proxy_on_memory_allocate", 0, 4), exported("proxy_on_request_headers", 0, 5)));
    module.writeSection(10, section(3, body(bytes()), body(allocate()), body(requestHeaders(text, line))));
    module.writeSection(11, section(4,
        data(TRAP_NAME, "x-trap"), data(REPLY_NAME, "x-reply"), data(REPLY_TEXT, text), data(LINE, line)));
    return module.bytes();
  }

  private byte[] allocate() {
    return constant(HEAP).take();
  }

  private byte[] requestHeaders(String text, String line) {
    constant(2).constant(LINE).constant(length(line)).call(LOG).op(0x1a);
    constant(0).constant(TRAP_NAME).constant(6).constant(OUT).constant(OUT + 4).call(GET);
    op(0x45).op(0x04).op(0x40).op(0x00).op(0x0b);
    constant(0).constant(REPLY_NAME).constant(7).constant(OUT).constant(OUT + 4).call(GET);
    op(0x45).op(0x04).op(0x40);
    constant(200).constant(0).constant(0).constant(REPLY_TEXT).constant(length(text)).constant(0).constant(0);
    constant(-1).call(REPLY).op(0x1a).op(0x0b);
    return constant(0).take();
  }

  private FixtureModule constant(int value) {
    op(0x41);
    int rest = value;
    while (rest > 63 || rest < -64) {
      op(rest & 0x7f | 0x80);
      rest >>= 7;
    }
    return op(rest & 0x7f);
  }

  private FixtureModule call(int function) {
    return op(0x10).op(function);
  }

  private FixtureModule op(int opcode) {
    code.write(opcode);
    return this;
  }

  private byte[] take() {
    byte[] taken = code.toByteArray();
    code.reset();
    return taken;
  }

  private static byte[] type(int parameters, int results) {
    byte[] type = new byte[3 + parameters + results];
    Arrays.fill(type, (byte) I32);
    type[0] = 0x60;
    type[1] = (byte) parameters;
    type[2 + parameters] = (byte) results;
    return type;
  }

  private static byte[] imported(String name, int type) {
    return join(sized("env".getBytes(StandardCharsets.UTF_8)), sized(utf8(name)), bytes(0, type));
  }

  private static byte[] exported(String name, int kind, int index) {
    return join(sized(utf8(name)), bytes(kind, index));
  }

  private static byte[] body(byte[] instructions) {
    return sized(join(bytes(0), instructions, bytes(0x0b)));
  }

  private static byte[] data(int address, String text) {
    byte[] offset = new FixtureModule().constant(address).op(0x0b).take();
    return join(bytes(0), offset, sized(utf8(text)));
  }

  private static byte[] section(int count, byte[]... entries) {
    return join(bytes(count), join(entries));
  }

  private static byte[] sized(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WasmWriter.writeVarUInt32(out, content.length);
    return join(out.toByteArray(), content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int length(String text) {
    return utf8(text).length;
  }
}
