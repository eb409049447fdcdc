package dev.sluice.examples.deliberatefailures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.dsl.FailurePolicy;
import dev.sluice.dsl.Settings;
import org.junit.jupiter.api.Test;

class DeliberateFailuresTest {
  @Test
  void failuresAreAnsweredWith500() {
    assertEquals(new FailurePolicy.Closed(500), new DeliberateFailures().define(Settings.none()).onFailure());
  }
}
