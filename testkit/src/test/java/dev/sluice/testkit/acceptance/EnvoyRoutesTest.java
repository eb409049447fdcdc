package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.Route;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http2Client;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.plugins.Rerouting;

/** What a plugin's edits do to the route, which only an Envoy with routes shows. */
class EnvoyRoutesTest {
  @EveryEnvoy
  void anEditOfTheRequestHasTheRouteChosenAnew(EnvoyBinary binary) {
    try (RecordingUpstream first = RecordingUpstream.start(request -> Response.of(200, "first"));
        RecordingUpstream other = RecordingUpstream.start(request -> Response.of(200, "other"));
        EnvoyProcess envoy = start(binary, first, other);
        Http2Client client = new Http2Client(envoy.port("in"))) {
      assertEquals("other", client.exchange(get("/")).text());
      assertEquals(Rerouting.PATH, other.seen().single().target());
      envoy.log().assertClean();
    }
  }

  private static EnvoyProcess start(EnvoyBinary binary, RecordingUpstream first, RecordingUpstream other) {
    HttpListener listener =
        HttpListener.of("in", Address.anyLocalPort(), "first", CompiledPlugin.of(Rerouting.class).filter("rerouting"))
            .withRoutes(Route.of("/other", "other"), Route.of("/", "first"));
    EnvoyConfig config = EnvoyConfig.of(Address.anyLocalPort(), listener,
        Cluster.of("first", new Address("127.0.0.1", first.port())),
        Cluster.of("other", new Address("127.0.0.1", other.port())));
    return EnvoyProcess.start(binary, config, EnvoyOptions.standard());
  }
}
