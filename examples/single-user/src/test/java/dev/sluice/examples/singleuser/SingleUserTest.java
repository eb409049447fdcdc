package dev.sluice.examples.singleuser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.explain.Explanation;
import dev.sluice.explain.Way;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

class SingleUserTest {
  @Test
  void refusesAMissingAndARepeatedUser() {
    List<Way> ways = Explanation.of(new SingleUser()).request().get().all().get();
    assertEquals(List.of("answers 403", "continues", "answers 400"), ways.map(Way::outcome));
    assertEquals(List.of(2, 1, 2), ways.map(Way::cost));
  }
}
