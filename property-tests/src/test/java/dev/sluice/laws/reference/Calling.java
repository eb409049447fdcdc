package dev.sluice.laws.reference;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.laws.pipeline.Action.Ask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Calls that are made at once. What happens is done in the order of its time, and at one time in the order it was begun. */
final class Calling {
  private final World world;
  private final Values values;
  private final PriorityQueue<Due> coming =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingInt(Due::number));
  private final List<Tried> calls = new ArrayList<>();
  private long now;
  private int begun;

  Calling(World world, Values values) {
    this.world = world;
    this.values = values;
  }

  private record Due(long at, int number, Runnable what) {}

  private static final class Tried {
    final Ask ask;
    /** Null where it cannot be sent. */
    final HttpRequest request;
    int attempts;
    boolean over;
    /** A good one. */
    HttpResponse answer;

    Tried(Ask ask, HttpRequest request) {
      this.ask = ask;
      this.request = request;
    }

    boolean failed() {
      return over && answer == null;
    }
  }

  /** Those that fail; where one does without failure steps, the others are not waited for. */
  List<Ask> failed(List<Ask> asks) {
    for (Ask ask : asks) {
      HttpRequest request = request(ask);
      world.answers.put(ask.name(), null);
      send(request, ask);
    }
    await(() -> calls.stream().allMatch(call -> call.over)
        || calls.stream().anyMatch(call -> call.failed() && call.ask.onFailure().isEmpty()));
    calls.forEach(call -> world.answers.put(call.ask.name(), call.answer));
    return calls.stream().filter(Tried::failed).map(call -> call.ask).toList();
  }

  /** The first good answer, null where there is none. */
  HttpResponse first(List<Ask> asks) {
    asks.forEach(ask -> send(request(ask), ask));
    await(() -> calls.stream().allMatch(call -> call.over) || calls.stream().anyMatch(call -> call.answer != null));
    return calls.stream().map(call -> call.answer).filter(answer -> answer != null).findFirst().orElse(null);
  }

  /** All of the message comes while anything is waited for. */
  private void await(BooleanSupplier over) {
    while (!over.getAsBoolean()) {
      world.message().complete = true;
      Due next = coming.remove();
      now = next.at;
      next.what.run();
    }
  }

  private void send(HttpRequest request, Ask ask) {
    Tried call = new Tried(ask, request);
    calls.add(call);
    send(call);
  }

  private void send(Tried call) {
    call.attempts++;
    if (call.request == null) {
      settled(call, null);
      return;
    }
    Service.Outcome outcome = Service.outcome(call.request, world.calls, call.ask.limits().millis());
    world.calls.add(Reference.describe(call.request));
    later(outcome.millis(), () -> settled(call, outcome.answer()));
  }

  private void settled(Tried call, HttpResponse answer) {
    int backoff = call.ask.limits().backoff();
    if (answer != null && (answer.status() < 500 || call.ask.limits().errors() == 1)) {
      call.answer = answer;
      call.over = true;
    } else if (call.attempts > call.ask.limits().retries()) {
      call.over = true;
    } else if (backoff == 0) {
      send(call);
    } else {
      later((long) backoff << (call.attempts - 1), () -> send(call));
    }
  }

  private void later(long millis, Runnable what) {
    coming.add(new Due(now + millis, begun++, what));
  }

  private HttpRequest request(Ask ask) {
    String path = values.text(ask.path());
    String header = values.text(ask.header());
    String body = values.text(ask.body());
    return path == null || !Values.isLegal(path) || header != null && !Values.isLegal(header) ? null
        : new HttpRequest(ask.method(), Bytes.latin1(path).utf8(), "service",
            header == null ? List.of() : List.of(new Header(Bytes.utf8("x-call"), Bytes.latin1(header))),
            Bytes.latin1(body == null ? "" : body));
  }
}
