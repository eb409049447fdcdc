package dev.sluice.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import org.junit.jupiter.api.Test;

class SecretTest {
  private record Account(String user, Secret password) {}

  @Test
  void itIsNotShown() {
    assertEquals("***", Secret.of("hunter2").toString());
    assertFalse(new Account("ann", Secret.of("hunter2")).toString().contains("hunter2"));
  }

  @Test
  void itIsRevealedToWhoeverAsks() {
    assertEquals(Bytes.utf8("zażółć"), Secret.of("zażółć").reveal());
    assertThrows(IllegalArgumentException.class, () -> Secret.of(null));
  }

  @Test
  void comparison() {
    assertTrue(Secret.of("a").is(Bytes.utf8("a")));
    assertFalse(Secret.of("a").is(Bytes.utf8("b")));
    assertFalse(Secret.of("a").is(Bytes.utf8("aa")));
    assertEquals(Secret.of("a"), Secret.of("a"));
    assertEquals(Secret.of("a").hashCode(), Secret.of("a").hashCode());
    assertNotEquals(Secret.of("a"), Secret.of("b"));
  }
}
