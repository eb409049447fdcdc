package dev.sluice.dsl;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * Turns the raw configuration into the author's own type, or into everything that is wrong with it. Those for JSON are
 * put together with the words of {@code dev.sluice.settings.Decoders}.
 */
@FunctionalInterface
public interface SettingsDecoder<T> {
  Validation<Seq<SettingsError>, T> decode(Bytes raw);

  /** The same, and tells what works but should be written otherwise. */
  default Validation<Seq<SettingsError>, T> decode(Bytes raw, SettingsObserver observer) {
    return decode(raw);
  }
}
