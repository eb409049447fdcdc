package dev.sluice.host.vm;

import java.util.ArrayList;
import java.util.List;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Function types in short: {@code (iil)i} takes two i32 and one i64 and returns an i32, {@code ()-} returns nothing. */
final class Signature {
  private Signature() {}

  static FunctionType parse(String text) {
    int close = text.indexOf(')');
    List<ValType> parameters = new ArrayList<>();
    for (int i = 1; i < close; i++) {
      parameters.add(type(text.charAt(i)));
    }
    char result = text.charAt(close + 1);
    return FunctionType.of(parameters, result == '-' ? List.of() : List.of(type(result)));
  }

  private static ValType type(char letter) {
    return letter == 'l' ? ValType.I64 : ValType.I32;
  }
}
