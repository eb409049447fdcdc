package dev.sluice.benchmarks.envoy;

import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What clients send, each one request after the other over a connection of its own.
 *
 * @param status what each must be answered
 */
record Load(String name, Request request, int status) {
  private static final int CONNECTIONS = 8;

  /** A request as a browser sends it. */
  private static Request browser() {
    return Request.get("/orders/4711?expand=items")
        .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
        .header("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .header("accept-language", "en-US,en;q=0.5")
        .header("accept-encoding", "gzip, deflate, br, zstd")
        .header("cookie", "session=0123456789abcdef; theme=dark")
        .header("upgrade-insecure-requests", "1")
        .header("sec-fetch-dest", "document")
        .header("sec-fetch-mode", "navigate")
        .header("sec-fetch-site", "none");
  }

  static Load passing() {
    return new Load("passes", browser().header("x-user-id", "4711"), 200);
  }

  static Load refused() {
    return new Load("is refused", browser(), 403);
  }

  /** Sends so many requests and returns when all are answered. */
  void send(int port, int requests) throws InterruptedException {
    List<Future<?>> clients = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(threads.submit(() -> client(port, requests / CONNECTIONS)));
      }
    }
    for (Future<?> client : clients) {
      try {
        client.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a request that " + name + " failed", e.getCause());
      }
    }
  }

  private Void client(int port, int requests) throws IOException {
    try (Http1Connection connection = Http1Connection.open(port)) {
      for (int i = 0; i < requests; i++) {
        int got = connection.exchange(request).status();
        if (got != status) {
          throw new IOException("status " + got + " and not " + status);
        }
      }
    }
    return null;
  }
}
