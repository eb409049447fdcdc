package dev.sluice.settings;

import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.secret;
import static dev.sluice.settings.Reading.refused;
import static dev.sluice.settings.Reading.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.value.Secret;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** Nothing that is said of a secret shows it. */
class SecretDecoderTest {
  @Test
  void itIsRead() {
    assertEquals(Secret.of("hunter2"), value(secret(), "'hunter2'"));
    assertEquals(Secret.of("é2"), value(secret().atLeast(2), "'é2'"));
  }

  @Test
  void itsValueIsNotQuoted() {
    String refusal = "the value is not a string of at least 8 characters";
    Decoder<Secret> eight = secret().atLeast(8);
    refused(eight, "'hunter2'", refusal);
    refused(eight, "12345678", refusal);
    refused(secret(), "''", "the value is not a string of at least 1 characters");
    refused(listOf(eight), "['hunter2']", "/0: " + refusal);
    refused(oneOrMany(eight), "'hunter2'", refusal);
    refused(mapOf(eight), "{'a': 'hunter2'}", "/a: " + refusal);
    refused(object(optional("a", eight)).as(a -> a), "{'a': 'hunter2'}", "/a: " + refusal);
    refused(secret().parse("a good secret", one -> Option.none()), "'hunter2'", "the value is not a good secret");
    refused(secret().map(one -> one).parse("good", one -> Option.none()), "'hunter2'", "the value is not good");
    refused(secret().check(one -> true, "").parse("good", one -> Option.none()), "'hunter2'", "the value is not good");
  }

  @Test
  void itsDefaultIsInNoSchema() {
    Field<Secret> field = field("a", secret()).orElse(Secret.of("hunter2"));
    assertEquals(Option.none(), field.schema().keywords().get("default"));
  }
}
