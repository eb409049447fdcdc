package dev.sluice.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.SettingsDecoder;
import dev.sluice.dsl.SettingsError;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/** Reads configurations in tests; single quotes stand for double ones. */
final class Reading {
  private Reading() {}

  static Bytes json(String text) {
    return Bytes.utf8(text.replace('\'', '"'));
  }

  /** What is read; a failure where it is refused. */
  static <T> T value(SettingsDecoder<T> decoder, String text) {
    Validation<Seq<SettingsError>, T> decoded = decoder.decode(json(text));
    assertTrue(decoded.isValid(), () -> text + " is refused: " + decoded.getError());
    return decoded.get();
  }

  /** All errors, each as it is logged, with single quotes; none where the configuration is accepted. */
  static List<String> errors(SettingsDecoder<?> decoder, String text) {
    return errors(decoder, json(text));
  }

  static List<String> errors(SettingsDecoder<?> decoder, Bytes text) {
    return decoder.decode(text)
        .fold(
            errors -> List.ofAll(errors).map(error -> error.describe().replace('"', '\'')), value -> List.empty());
  }

  static void refused(SettingsDecoder<?> decoder, String text, String... errors) {
    assertEquals(List.of(errors), errors(decoder, text), text);
  }
}
