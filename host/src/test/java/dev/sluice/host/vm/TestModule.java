package dev.sluice.host.vm;

import dev.sluice.abi.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import run.endive.wasm.WasmWriter;

/** Writes small modules, so that the runner is tested without a compiler. */
public final class TestModule {
  /** Where the allocator's memory lies; each allocation gets the same address. */
  static final int HEAP = 32_768;

  private final List<String[]> imports = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private final List<byte[]> data = new ArrayList<>();
  private int pages = 1;
  private int mostPages = -1;
  private boolean memoryFromHost;
  private boolean tag;
  private boolean array;
  private int memories = 1;
  private int[] table = {};

  /** A module with nothing but one page of memory. */
  public static TestModule empty() {
    return new TestModule();
  }

  /** A module with marker, allocator and one page of memory. */
  public static TestModule proxy() {
    return new TestModule()
        .function("proxy_abi_version_0_2_1", "()-", code -> {})
        .function("proxy_on_memory_allocate", "(i)i", code -> code.i32(HEAP));
  }

  /** A function to call by its name, such as {@code env.proxy_log}. Imports come before functions. */
  public TestModule imports(String name, String signature) {
    imports.add(new String[] {name, signature});
    return this;
  }

  /** An exported function. */
  public TestModule function(String name, String signature, Consumer<Code> body) {
    functions.add(new Function(name, signature, body));
    return this;
  }

  /** Text in memory. */
  public TestModule data(int address, String text) {
    return data(address, Bytes.utf8(text));
  }

  /** Bytes in memory. */
  public TestModule data(int address, Bytes bytes) {
    data.add(join(bytes(0), new Code().i32(address).op(0x0b).take(), sized(bytes.toArray())));
    return this;
  }

  public TestModule pages(int count) {
    pages = count;
    return this;
  }

  /** The memory may grow to this, if the host lets it. */
  public TestModule mostPages(int count) {
    mostPages = count;
    return this;
  }

  /** A tag without values, number 0, for {@code throw}. */
  public TestModule tag() {
    tag = true;
    return this;
  }

  /** An array type of bytes, number {@link #arrayType()}. */
  public TestModule array() {
    array = true;
    return this;
  }

  /** The number of the array type, once all functions are there. */
  public int arrayType() {
    return imports.size() + functions.size() + 1;
  }

  /** A second memory. */
  public TestModule twoMemories() {
    memories = 2;
    return this;
  }

  /** A table of functions of this size. */
  public TestModule table(int initial, int most) {
    table = new int[] {initial, most};
    return this;
  }

  /** Memory and a table come from the host, as emscripten's modules have it. */
  public TestModule memoryFromHost() {
    memoryFromHost = true;
    return this;
  }

  public Bytes build() {
    List<byte[]> types = new ArrayList<>();
    List<byte[]> imported = new ArrayList<>();
    List<byte[]> declared = new ArrayList<>();
    List<byte[]> exported = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    for (String[] wanted : imports) {
      int dot = wanted[0].indexOf('.');
      imported.add(join(text(wanted[0].substring(0, dot)), text(wanted[0].substring(dot + 1)), bytes(0),
          number(types.size())));
      types.add(type(wanted[1]));
    }
    if (memoryFromHost) {
      imported.add(join(text("env"), text("memory"), bytes(2, 1), number(pages), number(pages)));
      imported.add(join(text("env"), text("table"), bytes(1, 0x70, 0, 1)));
    } else {
      exported.add(join(text("memory"), bytes(2, 0)));
    }
    for (Function function : functions) {
      exported.add(join(text(function.name), bytes(0), number(types.size())));
      declared.add(number(types.size()));
      types.add(type(function.signature));
      Code code = new Code();
      function.body.accept(code);
      bodies.add(sized(join(bytes(0), code.take(), bytes(0x0b))));
    }
    int tagType = types.size();
    types.add(type("()-"));
    if (array) {
      types.add(bytes(0x5e, 0x78, 1));
    }
    WasmWriter module = new WasmWriter();
    module.writeSection(1, section(types));
    module.writeSection(2, section(imported));
    module.writeSection(3, section(declared));
    byte[] limits = mostPages < 0 ? join(bytes(0), number(pages)) : join(bytes(1), number(pages), number(mostPages));
    if (table.length > 0) {
      module.writeSection(4, section(List.of(join(bytes(0x70, 1), number(table[0]), number(table[1])))));
    }
    module.writeSection(5, section(memoryFromHost ? List.of() : Collections.nCopies(memories, limits)));
    if (tag) {
      module.writeSection(13, section(List.of(join(bytes(0), number(tagType)))));
    }
    module.writeSection(7, section(exported));
    module.writeSection(10, section(bodies));
    module.writeSection(11, section(data));
    return Bytes.wrap(module.bytes());
  }

  private int indexOf(String name) {
    for (int i = 0; i < imports.size(); i++) {
      if (imports.get(i)[0].equals(name)) {
        return i;
      }
    }
    for (int i = 0; i < functions.size(); i++) {
      if (functions.get(i).name.equals(name)) {
        return imports.size() + i;
      }
    }
    throw new IllegalArgumentException("no function " + name);
  }

  private static byte[] type(String signature) {
    int close = signature.indexOf(')');
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    type.write(0x60);
    type.writeBytes(number(close - 1));
    for (int i = 1; i < close; i++) {
      type.write(valueType(signature.charAt(i)));
    }
    char result = signature.charAt(close + 1);
    type.writeBytes(result == '-' ? bytes(0) : bytes(1, valueType(result)));
    return type.toByteArray();
  }

  private static int valueType(char letter) {
    return letter == 'l' ? 0x7e : 0x7f;
  }

  private static byte[] section(List<byte[]> entries) {
    return join(number(entries.size()), join(entries.toArray(new byte[0][])));
  }

  private static byte[] text(String text) {
    return sized(Bytes.utf8(text).toArray());
  }

  private static byte[] sized(byte[] content) {
    return join(number(content.length), content);
  }

  private static byte[] number(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WasmWriter.writeVarUInt32(out, value);
    return out.toByteArray();
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

  private record Function(String name, String signature, Consumer<Code> body) {}

  /** Instructions of one function. */
  public final class Code {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Code i32(int value) {
      return op(0x41).signed(value);
    }

    public Code i64(long value) {
      return op(0x42).signed(value);
    }

    /** Calls with these constants as i32 arguments, besides what is on the stack already. */
    public Code call(String name, int... arguments) {
      for (int argument : arguments) {
        i32(argument);
      }
      op(0x10);
      out.writeBytes(number(indexOf(name)));
      return this;
    }

    /** Calls an imported function with these constants, which take the types of its parameters. */
    public Code callImport(String name, long... arguments) {
      String signature = imports.get(indexOf(name))[1];
      for (int i = 0; i < arguments.length; i++) {
        if (signature.charAt(1 + i) == 'l') {
          i64(arguments[i]);
        } else {
          i32((int) arguments[i]);
        }
      }
      return call(name);
    }

    /** Calls and returns what that returns, without a frame of its own. */
    public Code tailCall(String name) {
      op(0x12);
      out.writeBytes(number(indexOf(name)));
      return this;
    }

    /** A loop with this body; branch 0 in it goes back to its start. */
    public Code loop(Consumer<Code> body) {
      op(0x03).op(0x40);
      body.accept(this);
      return op(0x0b);
    }

    /** A block that goes to this label, seen from outside of it, when something is thrown in it. */
    public Code catching(int label, Consumer<Code> body) {
      op(0x1f).op(0x40).op(1).op(2).op(label);
      body.accept(this);
      return op(0x0b);
    }

    public Code branch(int label) {
      return op(0x0c).op(label);
    }

    public Code drop() {
      return op(0x1a);
    }

    public Code local(int index) {
      return op(0x20).op(index);
    }

    public Code load(int address) {
      return i32(address).op(0x28).op(2).op(0);
    }

    /** Writes the i32 on the stack to the address below it. */
    public Code store() {
      return op(0x36).op(2).op(0);
    }

    /** Does this when the i32 on the stack is not 0. */
    public Code when(Consumer<Code> then) {
      op(0x04).op(0x40);
      then.accept(this);
      return op(0x0b);
    }

    public Code isZero() {
      return op(0x45);
    }

    /** Traps unless the i32 on the stack is this one. */
    public Code expect(int value) {
      return i32(value).op(0x47).when(Code::trap);
    }

    /** Grows the memory by the number of pages on the stack; the number before, or -1, is on the stack then. */
    public Code grow() {
      return op(0x40).op(0);
    }

    public Code trap() {
      return op(0x00);
    }

    public Code op(int opcode) {
      out.write(opcode);
      return this;
    }

    private Code signed(long value) {
      long rest = value;
      while (rest > 63 || rest < -64) {
        op((int) (rest & 0x7f) | 0x80);
        rest >>= 7;
      }
      return op((int) rest & 0x7f);
    }

    byte[] take() {
      return out.toByteArray();
    }
  }
}
