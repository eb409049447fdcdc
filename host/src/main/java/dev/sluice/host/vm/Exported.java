package dev.sluice.host.vm;

import dev.sluice.abi.Callback;
import java.util.EnumMap;
import java.util.Map;

/** The exports a host knows, with their signatures. */
final class Exported {
  static final String INITIALIZE = "_initialize";
  static final String START = "_start";
  static final String MAIN = "main";
  static final String MAIN_VOID = "__main_void";
  static final String MALLOC = "malloc";
  static final String ALLOCATE = "proxy_on_memory_allocate";

  static final Map<Callback, String> CALLBACKS = new EnumMap<>(Map.of(
      Callback.VM_START, "(ii)i",
      Callback.CONFIGURE, "(ii)i",
      Callback.CONTEXT_CREATE, "(ii)-",
      Callback.REQUEST_HEADERS, "(iii)i",
      Callback.RESPONSE_HEADERS, "(iii)i",
      Callback.DONE, "(i)i",
      Callback.LOG, "(i)-",
      Callback.DELETE, "(i)-"));

  static final Map<String, String> OTHERS = Map.of(
      INITIALIZE, "()-", START, "()-", MAIN, "(ii)i", MAIN_VOID, "()i", MALLOC, "(i)i", ALLOCATE, "(i)i");

  private Exported() {}
}
