package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.call.ForeignCalls;
import org.teavm.interop.Import;

/** Foreign functions over the imports. */
final class ForeignImports implements ForeignCalls {

  @Import(module = "env", name = "proxy_call_foreign_function")
  private static native int callForeign(int name, int nameSize, int arguments, int argumentsSize, int outResult,
      int outResultSize);

  @Override
  public Fetched call(Bytes function, Bytes arguments) {
    int nameAt = Arena.place(function);
    int argumentsAt = Arena.place(arguments);
    return ArenaBytes.result(
        callForeign(
            nameAt, function.length(), argumentsAt, arguments.length(), Arena.FIRST_RESULT, Arena.SECOND_RESULT));
  }
}
