package dev.sluice.bridge.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void equalPartsEqualDigests() {
    assertEquals(new Fingerprint().add("a").add("b").hex(), new Fingerprint().add("a").add("b").hex());
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertNotEquals(new Fingerprint().add("ab").add("c").hex(), new Fingerprint().add("a").add("bc").hex());
    assertNotEquals(new Fingerprint().add("a").add("").hex(), new Fingerprint().add("a").hex());
  }
}
