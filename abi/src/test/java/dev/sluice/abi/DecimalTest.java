package dev.sluice.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DecimalTest {
  @Property
  void likeTheJdk(@ForAll int number) {
    assertEquals(Integer.toString(number), Decimal.of(number));
  }

  @Property
  void longsToo(@ForAll long number) {
    assertEquals(Long.toString(number), Decimal.of(number));
  }
}
