package dev.sluice.load;

import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * Clients that send requests one after the other, each over its own connection as long as that is kept open.
 *
 * @param requests in all
 * @param kinds of which kind the request of a number is
 * @param atNumber is run before the request of a number, while the other clients go on
 */
record Crowd(Gateway gateway, int connections, long requests, LongFunction<Kind> kinds, Tally tally,
    LongConsumer atNumber) {
  /** Sends all requests and returns when all are answered. */
  void send() throws Exception {
    AtomicLong next = new AtomicLong();
    List<Future<?>> clients = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        clients.add(threads.submit(() -> new Client().run(next)));
      }
    }
    for (Future<?> client : clients) {
      client.get();
    }
  }

  private final class Client {
    private Http1Connection connection;
    private int oldest;
    private Versions versions;

    Void run(AtomicLong next) throws IOException {
      for (long number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
        atNumber.accept(number);
        Kind kind = kinds.apply(number);
        try {
          exchange(kind);
        } catch (IOException e) {
          tally.fail(kind.request, "request " + number + ": " + e);
          close();
        }
      }
      close();
      return null;
    }

    private void exchange(Kind kind) throws IOException {
      if (connection == null) {
        oldest = gateway.everywhere();
        versions = null;
        connection = Http1Connection.open(gateway.port());
      }
      Response answer = connection.exchange(kind.request);
      if (versions == null) {
        versions = new Versions(oldest, gateway.handedOver());
      }
      tally.count(kind, answer.status());
      String wrong = kind.wrong(answer, versions);
      if (!wrong.isEmpty()) {
        tally.fail(kind.request, wrong + ": " + answer.status() + "\n" + answer.headers() + "\n" + answer.text());
      }
      if (!connection.isReusable()) {
        close();
      }
    }

    private void close() throws IOException {
      if (connection != null) {
        connection.close();
        connection = null;
      }
    }
  }
}
