package dev.sluice.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import io.vavr.collection.List;
import io.vavr.control.Validation;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final SettingsDecoder<Integer> NUMBER = raw -> raw.utf8().matches("\\d+")
      ? Validation.valid(Integer.valueOf(raw.utf8()))
      : Validation.invalid(List.of(
          new SettingsError("/limit", "is no number; give one such as 10"),
          new SettingsError("", "has a bad form")));

  @Test
  void theConfigurationAsBytesAndText() {
    assertEquals(Bytes.utf8("zażółć"), Settings.of("zażółć").raw());
    assertEquals("zażółć", Settings.of("zażółć").text());
    assertEquals(Bytes.EMPTY, Settings.none().raw());
    assertEquals("a\ufffd", Settings.of(Bytes.latin1("a\u00ff")).text());
  }

  @Test
  void theSourceIsAskedOnceAndOnlyWhenNeeded() {
    AtomicInteger asked = new AtomicInteger();
    Settings settings = Settings.from(() -> Bytes.utf8("c" + asked.incrementAndGet()));
    assertFalse(settings.wereRead());
    assertEquals(0, asked.get());
    assertEquals("c1", settings.text());
    assertEquals("c1", settings.text());
    assertTrue(settings.wereRead());
  }

  @Test
  void theVmsConfigurationComesFromASourceThatKnowsIt() {
    Settings settings = Settings.from(new SettingsSource() {
      @Override
      public Bytes get() {
        return Bytes.utf8("own");
      }

      @Override
      public Bytes vm() {
        return Bytes.utf8("of all");
      }
    });
    assertEquals("of all", settings.vm().utf8());
    assertFalse(settings.wereRead());
    assertEquals(Bytes.EMPTY, Settings.of("own").vm());
    settings.close();
    assertThrows(IllegalStateException.class, settings::vm);
  }

  @Test
  void theyMustBeReadInDefine() {
    Settings read = Settings.of("a");
    read.raw();
    read.close();
    assertEquals("a", read.text());
    Settings unread = Settings.of("a");
    unread.close();
    assertThrows(IllegalStateException.class, unread::raw);
  }

  @Test
  void decodedIntoTheAuthorsType() {
    assertEquals(10, Settings.of("10").decode(NUMBER));
  }

  @Test
  void allErrorsAtOnce() {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> Settings.of("x").decode(NUMBER));
    assertEquals(2, rejected.errors().size());
    assertEquals("the settings are refused; /limit: is no number; give one such as 10; has a bad form",
        rejected.getMessage());
  }

  @Test
  void nullsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Settings.of((String) null));
    assertThrows(IllegalArgumentException.class, () -> Settings.of((Bytes) null));
    assertThrows(IllegalArgumentException.class, () -> Settings.from(null));
    assertThrows(IllegalArgumentException.class, () -> Settings.none().decode(null));
    assertThrows(IllegalArgumentException.class, () -> new SettingsError(null, "a"));
  }
}
