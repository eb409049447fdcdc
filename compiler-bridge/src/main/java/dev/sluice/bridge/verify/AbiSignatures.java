package dev.sluice.bridge.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** The functions of Proxy-Wasm 0.2.1 with their types, read from the table beside this class. */
final class AbiSignatures {
  private static final String TABLE = "proxy-wasm-0.2.1.txt";
  private static final String EXPORT = "export.";

  private final Map<String, FunctionType> types = new HashMap<>();

  private AbiSignatures() {}

  static AbiSignatures load() {
    AbiSignatures signatures = new AbiSignatures();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(AbiSignatures.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(signatures::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return signatures;
  }

  private void add(String line) {
    int open = line.indexOf('(');
    int close = line.indexOf(')');
    ValType[] parameters =
        line.substring(open + 1, close).chars().mapToObj(AbiSignatures::type).toArray(ValType[]::new);
    char result = line.charAt(close + 1);
    ValType[] results = result == '-' ? new ValType[0] : new ValType[] {type(result)};
    types.put(line.substring(0, open).trim(), FunctionType.of(parameters, results));
  }

  private static ValType type(int letter) {
    return letter == 'l' ? ValType.I64 : ValType.I32;
  }

  /** The type of a function that a host links. */
  Optional<FunctionType> imported(String module, String name) {
    return Optional.ofNullable(types.get(module + "." + name));
  }

  /** The type in which a host calls an export; none for a name it does not know. */
  Optional<FunctionType> exported(String name) {
    return Optional.ofNullable(types.get(EXPORT + name));
  }
}
