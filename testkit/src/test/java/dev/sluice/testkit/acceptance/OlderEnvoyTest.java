package dev.sluice.testkit.acceptance;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostProfiles;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.exchange.Conversation;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Hosts that show a buffered body without its last chunk (Envoy before 1.33; pain 1 of our list). What waits for a whole body
 * is refused there or answers; what goes with the chunks sees all of them.
 */
class OlderEnvoyTest {
  private static final HttpRequest POST = HttpRequest.of("POST", "/a");
  private static final String PROMISE = "{\"sluice\": {\"allow_on_headers_stop_iteration\": true}}";
  private static final SluicePlugin WHOLE = settings -> plugin("whole")
      .request(when(requestBody().within(Duration.ofSeconds(1)).contains("bad")).respond(403));
  private static final SluicePlugin STREAM =
      settings -> plugin("stream").request(streamRequest(replacing("bad", "good")));

  private static EmbeddedProxy start(HostProfile profile, SluicePlugin plugin, String configuration) {
    PluginSpec spec = PluginSpec.of("p", JvmPlugin.of(host -> PluginCallbacks.of(plugin, host)))
        .withConfiguration(configuration)
        .withAllowOnHeadersStopIteration(true);
    return EmbeddedProxy.start(HostEnvironment.deterministic().withProfile(profile), spec);
  }

  @Test
  void withoutThePromiseThatTheyCannotGiveAWholeBodyIsRefusedAtOnce() {
    assertTrue(assertThrows(RuntimeException.class, () -> start(HostProfiles.ENVOY_1_32, WHOLE, "").close())
        .getMessage()
        .contains("allow_on_headers_stop_iteration"));
  }

  @Test
  void withAPromiseThatIsFalseNothingOfTheBodyPasses() {
    try (EmbeddedProxy proxy = start(HostProfiles.ENVOY_1_32, WHOLE, PROMISE); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("ba", false).requestData("d", true);
      assertEquals("", talk.upstream().text());
      proxy.advance(Duration.ofSeconds(2));
      assertEquals(408, talk.client().status());
      assertEquals("", talk.upstream().text());
    }
  }

  @Test
  void whatGoesWithTheChunksSeesTheLastOneToo() {
    for (HostProfile profile : new HostProfile[] {HostProfiles.ENVOY_1_32, HostProfiles.ENVOY}) {
      try (EmbeddedProxy proxy = start(profile, STREAM, ""); Conversation talk = proxy.open()) {
        talk.requestHeaders(POST, false).requestData("one b", false).requestData("ad b", false).requestData("ad", true);
        assertEquals("one good good", talk.upstream().text(), profile.toString());
      }
    }
  }

  @Test
  void currentOnesShowAllOfABodyInPieces() {
    try (EmbeddedProxy proxy = start(HostProfiles.ENVOY, WHOLE, PROMISE); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("ba", false).requestData("d", true);
      assertEquals(403, talk.client().status());
    }
    try (EmbeddedProxy proxy = start(HostProfiles.ENVOY, WHOLE, PROMISE); Conversation talk = proxy.open()) {
      talk.requestHeaders(POST, false).requestData("one", false).requestData("two", true);
      assertEquals("onetwo", talk.upstream().text());
    }
  }
}
