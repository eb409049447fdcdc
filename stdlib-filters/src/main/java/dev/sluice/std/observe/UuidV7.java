package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.Step;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;

/** UUIDs of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds since 1970, then 74 random ones. */
final class UuidV7 {
  private static final NumberValue NOW = now().epochMillis();
  private static final TextValue RANDOM = randomUuid();
  private static final int VERSION_AT = 14;

  private UuidV7() {}

  /** Binds a new one to this name; where the host tells no time, one of version 4. */
  static Step bind(String name) {
    return step("UUID version 7", reads(NOW, RANDOM), exchange -> {
      String random = exchange.read(RANDOM).get().latin1();
      Option<Long> millis = exchange.read(NOW);
      exchange.bind(name, millis.isEmpty() ? random : of(millis.get(), random));
    }).binds(name);
  }

  /** The random bits and the variant are those of a UUID of version 4. */
  static String of(long millis, String random) {
    char[] text = random.toCharArray();
    long rest = millis;
    for (int i = VERSION_AT - 2; i >= 0; i--) {
      if (text[i] != '-') {
        text[i] = Character.forDigit((int) (rest & 15), 16);
        rest >>>= 4;
      }
    }
    text[VERSION_AT] = '7';
    return new String(text);
  }
}
