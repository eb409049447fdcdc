package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/** The functions that a host offers, by their names. An immutable value. */
public final class ForeignFunctions {
  private static final ForeignFunctions NONE = new ForeignFunctions(HashMap.empty());

  private final Map<Bytes, ForeignFunction> functions;

  private ForeignFunctions(Map<Bytes, ForeignFunction> functions) {
    this.functions = functions;
  }

  public static ForeignFunctions none() {
    return NONE;
  }

  /**
   * What Envoy offers: {@code compress}, {@code uncompress}, {@code verify_signature}, {@code sign},
   * {@code clear_route_cache}, {@code set_envoy_filter_state}, {@code declare_property}; the {@code expr_} functions are
   * there and answer {@link dev.sluice.abi.Status#UNIMPLEMENTED}.
   */
  public static ForeignFunctions envoy() {
    return EnvoyFunctions.ALL;
  }

  /** One more function, or another one under a name that is taken. */
  public ForeignFunctions with(String name, ForeignFunction function) {
    return new ForeignFunctions(functions.put(Bytes.utf8(name), function));
  }

  /** The function of this name, none where there is none. */
  public Option<ForeignFunction> find(Bytes name) {
    return functions.get(name);
  }
}
