package dev.sluice.testkit.envoy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Envoy's admin interface. */
public final class EnvoyAdmin implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String address;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  EnvoyAdmin(String address) {
    this.address = address;
  }

  /** True when Envoy serves: {@code /ready} answers 200. */
  public boolean isReady() {
    return send("/ready", "GET").statusCode() == 200;
  }

  /** The ports that are bound, by name of the listener. */
  public Map<String, Integer> ports() {
    Map<String, Integer> ports = HashMap.empty();
    JsonObject answer = JsonParser.parseString(get("/listeners?format=json")).getAsJsonObject();
    if (answer.has("listener_statuses")) {
      for (JsonElement status : answer.getAsJsonArray("listener_statuses")) {
        JsonObject listener = status.getAsJsonObject();
        JsonObject socket = listener.getAsJsonObject("local_address").getAsJsonObject("socket_address");
        ports = ports.put(listener.get("name").getAsString(), socket.get("port_value").getAsInt());
      }
    }
    return ports;
  }

  /** The value of a counter or gauge; none where Envoy has none of this name. */
  public Option<Long> stat(String name) {
    String line = get("/stats?filter=%5E" + name.replace(".", "%5C.") + "%24").strip();
    int colon = line.lastIndexOf(": ");
    return colon < 0 ? Option.none() : Option.some(Long.parseUnsignedLong(line.substring(colon + 2)));
  }

  /** All counters and gauges. */
  public Map<String, Long> stats() {
    Map<String, Long> stats = HashMap.empty();
    for (String line : get("/stats?type=Counters").lines().toList()) {
      stats = add(stats, line);
    }
    for (String line : get("/stats?type=Gauges").lines().toList()) {
      stats = add(stats, line);
    }
    return stats;
  }

  /** Asks Envoy to end. It may be gone before its answer is here. */
  void quit() {
    try {
      send("/quitquitquit", "POST");
    } catch (UncheckedIOException gone) {
      client.shutdownNow();
    }
  }

  String get(String path) {
    HttpResponse<String> response = send(path, "GET");
    if (response.statusCode() != 200) {
      throw new IllegalStateException("Envoy's admin interface answered " + response.statusCode() + " to " + path);
    }
    return response.body();
  }

  private static Map<String, Long> add(Map<String, Long> stats, String line) {
    int colon = line.lastIndexOf(": ");
    return colon < 0 ? stats : stats.put(line.substring(0, colon), Long.parseUnsignedLong(line.substring(colon + 2)));
  }

  private HttpResponse<String> send(String path, String method) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + path))
            .timeout(TIMEOUT)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Envoy's admin interface at " + address + " does not answer " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Envoy for " + path, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
