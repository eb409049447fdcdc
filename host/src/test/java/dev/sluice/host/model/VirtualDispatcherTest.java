package dev.sluice.host.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualDispatcherTest {
  private final VirtualClock clock = new VirtualClock();
  private final VirtualDispatcher dispatcher = new VirtualDispatcher(clock);
  private final List<String> done = new ArrayList<>();

  @Test
  void postedWorkIsDoneInOrderAndNeverInsideOfOtherWork() {
    dispatcher.post(() -> {
      dispatcher.post(() -> done.add("third"));
      dispatcher.settle();
      done.add("first");
    });
    dispatcher.post(() -> done.add("second"));
    dispatcher.settle();
    assertEquals(List.of("first", "second", "third"), done);
  }

  @Test
  void timersRunAtTheirTimeInOrder() {
    after(20, "b");
    after(10, "a");
    after(20, "c");
    after(31, "late");
    dispatcher.advance(Duration.ofMillis(30));
    assertEquals(List.of("a at 10", "b at 20", "c at 20"), done);
    assertEquals(Duration.ofMillis(30).toNanos(), clock.monotonicNanos());
  }

  @Test
  void aTimerSetByATimerIsDueOnTheSameWay() {
    dispatcher.after(Duration.ofMillis(10), () -> after(10, "second"));
    dispatcher.advance(Duration.ofMillis(20));
    assertEquals(List.of("second at 20"), done);
  }

  @Test
  void aCancelledTimerDoesNothing() {
    Dispatcher.Timer timer = after(10, "never");
    after(10, "other");
    timer.cancel();
    dispatcher.advance(Duration.ofMillis(10));
    assertEquals(List.of("other at 10"), done);
  }

  @Test
  void nextGoesToTheNextTimerOnly() {
    after(10, "a");
    after(20, "b");
    assertFalse(dispatcher.next(Duration.ofMillis(9)));
    assertTrue(dispatcher.next(Duration.ofMillis(10)));
    assertEquals(List.of("a at 10"), done);
  }

  @Test
  void timersWithoutDelayThatMakeEachOtherLetTimePass() {
    again();
    dispatcher.advance(Duration.ofMillis(10));
    assertTrue(done.size() > 100 && done.size() < 2_000, done.size() + " timers");
  }

  private void again() {
    done.add("again");
    dispatcher.after(Duration.ZERO, this::again);
  }

  private Dispatcher.Timer after(int millis, String what) {
    return dispatcher.after(Duration.ofMillis(millis),
        () -> done.add(what + " at " + Duration.ofNanos(clock.monotonicNanos()).toMillis()));
  }
}
