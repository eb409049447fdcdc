package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ContextsTest {
  /** Numbers 0 to 99 put or look up a context of that number, negative ones remove it. */
  @Property
  void behavesLikeAMap(@ForAll @Size(max = 300) List<@IntRange(min = -99, max = 99) Integer> actions) {
    compare(actions, 1);
  }

  /** Numbers that fall on the same places of the table. */
  @Property
  void behavesLikeAMapWhenNumbersCollide(
      @ForAll @Size(max = 100) List<@IntRange(min = -20, max = 20) Integer> actions) {
    compare(actions, 1024);
    compare(actions, Integer.MAX_VALUE / 8);
  }

  private static void compare(List<Integer> actions, int stride) {
    Contexts contexts = new Contexts();
    Map<Integer, Context> model = new HashMap<>();
    for (int action : actions) {
      int id = Math.abs(action) * stride;
      if (action < 0) {
        contexts.remove(id);
        model.remove(id);
      } else {
        Context context = new Context(null);
        contexts.put(id, context);
        model.put(id, context);
      }
      assertEquals(model.size(), contexts.count());
      for (int i = 0; i < 100; i++) {
        assertSame(model.get(i * stride), contexts.get(i * stride));
      }
    }
  }
}
