package dev.sluice.testkit;

import dev.sluice.abi.LogLevel;
import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyLog;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a module in a real Envoy, whose trace log tells each hostcall. */
final class EnvoyRunner implements PlaceRunner {
  private static final String LISTENER = "in";
  private static final String FENCE = "fence";
  private static final Pattern HOSTCALL = Pattern.compile("\\[vm->host] env\\.(proxy_\\w+)\\(.*");

  private final RecordingUpstream upstream;
  private final EnvoyProcess envoy;
  private final boolean logsErrors;
  private Http1Connection connection;

  private EnvoyRunner(RecordingUpstream upstream, EnvoyProcess envoy, boolean logsErrors) {
    this.upstream = upstream;
    this.envoy = envoy;
    this.logsErrors = logsErrors;
  }

  static EnvoyRunner start(String version, WasmFilterConfig filter, boolean logsErrors) {
    RecordingUpstream upstream = RecordingUpstream.start();
    try {
      Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.port()));
      HttpListener listener = HttpListener.of(LISTENER, Address.anyLocalPort(), cluster.name(), filter);
      HttpListener fence = HttpListener.of(FENCE, Address.anyLocalPort(), cluster.name());
      EnvoyConfig config = EnvoyConfig.of(Address.anyLocalPort(), listener, cluster).withListeners(listener, fence);
      EnvoyOptions options = EnvoyOptions.standard().withPluginLogLevel("trace");
      return new EnvoyRunner(upstream, EnvoyProcess.start(EnvoyBinary.of(version), config, options), logsErrors);
    } catch (RuntimeException | Error e) {
      upstream.close();
      throw e;
    }
  }

  @Override
  public void upstream(Function<SeenRequest, Response> answer) {
    upstream.answer(answer);
  }

  @Override
  public Exchange send(Request request) {
    upstream.forget();
    long position = envoy.log().position();
    Response response = exchange(request);
    Option<SeenRequest> seen = upstream.seen().headOption();
    awaitEndOfStream();
    Vector<EnvoyLog.Line> lines = envoy.log().linesSince(position);
    return new Exchange(response, seen, lines.flatMap(EnvoyRunner::hostcall), lines.flatMap(EnvoyRunner::entry));
  }

  private Response exchange(Request request) {
    try {
      if (connection == null || !connection.isReusable()) {
        connection = Http1Connection.open(envoy.port(LISTENER));
      }
      return connection.exchange(request);
    } catch (IOException e) {
      throw new UncheckedIOException("Envoy's answer to " + request.method() + " " + request.target(), e);
    }
  }

  /**
   * The client has its response before the plugin sees the end of the stream. Envoy's only worker ends the stream in
   * one go, so that all of it is in the log once the same worker has served another connection.
   */
  private void awaitEndOfStream() {
    envoy.awaitIdle(LISTENER);
    try (Http1Connection other = Http1Connection.open(envoy.port(FENCE))) {
      other.exchange(Request.get("/fence"));
    } catch (IOException e) {
      throw new UncheckedIOException("Envoy does not serve another connection", e);
    }
  }

  private static Option<String> hostcall(EnvoyLog.Line line) {
    Matcher matcher = HOSTCALL.matcher(line.message());
    return matcher.matches() ? Option.some(matcher.group(1)) : Option.none();
  }

  private static Option<LogEntry> entry(EnvoyLog.Line line) {
    return line.pluginMessage().map(text -> new LogEntry(level(line.level()), text));
  }

  private static LogLevel level(String name) {
    return name.equals("warning") ? LogLevel.WARN : LogLevel.valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public void close() {
    try (upstream;
        envoy) {
      if (connection != null) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    envoy.log().assertClean(line -> logsErrors && line.pluginMessage().isDefined());
  }
}
