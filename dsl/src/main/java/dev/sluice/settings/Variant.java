package dev.sluice.settings;

import dev.sluice.plan.Check;

/** One of the shapes that an object may have, see {@link Decoders#union}. */
public record Variant<T>(String name, ObjectDecoder<T> decoder) {
  public Variant {
    Check.given("variant", "the name", name);
    Check.given("variant", "the decoder", decoder);
  }
}
