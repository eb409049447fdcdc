package dev.sluice.dsl;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/** Turns the raw configuration into the author's own type, or into everything that is wrong with it. */
@FunctionalInterface
public interface SettingsDecoder<T> {
  Validation<Seq<SettingsError>, T> decode(Bytes raw);
}
