package dev.sluice.testkit;

import dev.sluice.abi.Header;
import dev.sluice.abi.LogLevel;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Runs a plugin, as Java objects or as a module, on the model of a proxy: no sockets, no clock, no chance. */
final class ModelRunner implements PlaceRunner {
  private static final String HOSTCALL = "proxy_";
  /** How the model begins the line with which it reports that a VM cannot go on. */
  private static final String VM_FAILED = "the plugin's VM failed";

  private final Queue<LogLine> bad = new ConcurrentLinkedQueue<>();
  private final EmbeddedProxy proxy;
  private final boolean logsErrors;
  private Function<SeenRequest, Response> answer = request -> PluginUnderTest.UPSTREAM;

  private ModelRunner(PluginSpec plugin, boolean logsErrors) {
    this.logsErrors = logsErrors;
    proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withLog(this::look), plugin);
  }

  static ModelRunner start(PluginSpec plugin, boolean logsErrors) {
    return new ModelRunner(plugin, logsErrors);
  }

  private void look(LogLine line) {
    if (isVmFailure(line) || !logsErrors && line.level().code() >= LogLevel.ERROR.code()) {
      bad.add(line);
    }
  }

  private static boolean isVmFailure(LogLine line) {
    return line.level() == LogLevel.CRITICAL && line.text().startsWith(VM_FAILED);
  }

  @Override
  public void upstream(Function<SeenRequest, Response> newAnswer) {
    answer = newAnswer;
  }

  @Override
  public Exchange send(Request request) {
    HttpRequest sent =
        new HttpRequest(
            request.method(),
            request.target(),
            request.authority(),
            request.headers().fields().asJava(),
            request.body());
    HttpOutcome outcome = proxy.exchange(sent, seen -> response(answer.apply(seen(seen))));
    HttpResponse got = outcome.response();
    return new Exchange(
        new Response(got.status(), headers(got.headers()), got.body(), Headers.EMPTY),
        outcome.upstreamSaw().map(ModelRunner::seen),
        Vector.ofAll(outcome.hostcalls()).map(call -> call.name()).filter(name -> name.startsWith(HOSTCALL)),
        Vector.ofAll(outcome.log())
            .reject(ModelRunner::isVmFailure)
            .map(line -> new LogEntry(line.level(), line.text())));
  }

  private static SeenRequest seen(HttpRequest request) {
    return new SeenRequest(
        request.method(), request.path(), request.authority(), "HTTP/1.1", headers(request.headers()), request.body());
  }

  private static HttpResponse response(Response response) {
    if (!response.trailers().fields().isEmpty()) {
      throw new IllegalArgumentException("the model of a proxy has no trailers: " + response.trailers());
    }
    return new HttpResponse(response.status(), response.headers().fields().asJava(), response.body());
  }

  private static Headers headers(List<Header> fields) {
    return new Headers(Vector.ofAll(fields));
  }

  @Override
  public void close() {
    proxy.close();
    if (!bad.isEmpty()) {
      throw new AssertionError(
          "the plugin's log has " + bad.size() + " lines it must not have:\n"
              + Vector.ofAll(bad).take(20).mkString("\n"));
    }
  }
}
