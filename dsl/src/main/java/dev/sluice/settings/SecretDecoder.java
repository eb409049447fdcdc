package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.value.Secret;
import io.vavr.control.Option;

/** A string that is not to be shown, see {@link Decoders#secret}. */
public final class SecretDecoder extends Decoder<Secret> {
  private final TextDecoder text;

  SecretDecoder(TextDecoder text) {
    this.text = text;
  }

  /** At least so many characters. */
  public SecretDecoder atLeast(int characters) {
    return new SecretDecoder(text.length(characters, Integer.MAX_VALUE));
  }

  @Override
  Secret read(Json json, Place place) {
    Option<String> string = json.string();
    return string.isEmpty() || !text.accepts(string.get()) ? unexpected(json, place) : Secret.of(string.get());
  }

  @Override
  String expected() {
    return text.expected();
  }

  @Override
  boolean isQuotable() {
    return false;
  }

  @Override
  public Schema schema() {
    return text.schema().with("writeOnly", true);
  }
}
