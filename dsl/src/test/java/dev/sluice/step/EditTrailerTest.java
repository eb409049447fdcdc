package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.dsl.Plugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.value.TrailerText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTrailerTest {
  private static FakeHost host() {
    return FakeHost.get("/").request("x-user", "ann").request("content-length", "4");
  }

  private static List<String> requestTrailers(FakeHost host) {
    return host.all(MapType.REQUEST_TRAILERS);
  }

  private static String refusal(Plugin plugin) {
    return assertThrows(IllegalArgumentException.class, plugin::plan).getMessage();
  }

  @Test
  void changesOfTheSameTrailerAreDoneInOrder() {
    FakeHost host = host();
    Plugins.requestBody(host, "body", setRequestTrailer("x-a", "1"), addRequestTrailer("x-a", "2"),
        removeRequestTrailer("x-b"), addRequestTrailer("x-b", header("x-user")), setRequestTrailer("X-C", "3"));
    assertEquals(List.of("x-a: 1", "x-a: 2", "x-b: ann", "x-c: 3"), requestTrailers(host));
  }

  @Test
  void theLengthGoesWhereTrailersAreMadeAndStaysElsewhere() {
    FakeHost made = host();
    Plugins.requestBody(made, "body", setRequestTrailer("x-a", "1"));
    assertEquals(List.of(), made.requestHeader("content-length"));
    FakeHost removed = host();
    Plugins.requestBody(removed, "body", removeRequestTrailer("x-a"), addRequestTrailer("x-a", header("x-none")));
    assertEquals(List.of("4"), removed.requestHeader("content-length"));
    assertEquals(List.of(), requestTrailers(removed));
  }

  @Test
  void aLengthThatWasReadIsReadAgain() {
    FakeHost host = host();
    Plugins.requestBody(host, "body", setHeader("x-before", header("content-length")), setRequestTrailer("x-a", "1"),
        setHeader("x-after", header("content-length").orElse("none")));
    assertEquals(List.of("4"), host.requestHeader("x-before"));
    assertEquals(List.of("none"), host.requestHeader("x-after"));
  }

  @Test
  void aValueThatIsAbsentTakesTheTrailerOut() {
    FakeHost host = host();
    PluginCallbacks plugin =
        Plugins.configured(plugin("test").request(setRequestTrailer("x-a", header("x-none"))), host);
    plugin.onRequestHeaders(Plugins.STREAM, 0, false);
    assertEquals(DataStatus.CONTINUE, plugin.onRequestBody(Plugins.STREAM, 4, false));
    host.calls().clear();
    assertEquals(StopOrContinue.CONTINUE, plugin.onRequestTrailers(Plugins.STREAM, 1));
    assertEquals(List.of("proxy_remove_header_map_value x-a"), host.calls());
  }

  @Test
  void nothingIsHeldForIt() {
    FakeHost host = host();
    PluginCallbacks plugin = Plugins.configured(plugin("test").request(setRequestTrailer("x-a", "1")), host);
    assertEquals(HeadersStatus.CONTINUE, plugin.onRequestHeaders(Plugins.STREAM, 0, false));
    assertEquals(DataStatus.CONTINUE, plugin.onRequestBody(Plugins.STREAM, 2, false));
    assertEquals(List.of(), requestTrailers(host));
    assertEquals(DataStatus.CONTINUE, plugin.onRequestBody(Plugins.STREAM, 2, true));
    assertEquals(List.of("x-a: 1"), requestTrailers(host));
  }

  @Test
  void aMessageOfHeadersAloneTakesTheBranch() {
    FakeHost refused = host();
    Plugins.request(refused, setRequestTrailer("x-a", "1"));
    assertEquals(500, refused.answered());
    assertEquals("sluice_no_trailers", refused.sent().get(0).details());
    FakeHost branch = host();
    Plugins.request(branch, setRequestTrailer("x-a", "1").onFailure(setHeader("x-a", "1")), setHeader("x-b", "2"));
    assertEquals(0, branch.answered());
    assertEquals(List.of("1", "2"),
        List.of(branch.requestHeader("x-a").get(0), branch.requestHeader("x-b").get(0)));
    FakeHost removed = host();
    assertEquals(HeadersStatus.CONTINUE, Plugins.request(removed, removeRequestTrailer("x-a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\0b"})
  void aValueThatNoHeaderMayHaveIsRefused(String value) {
    FakeHost in = host().request("x-v", value);
    Plugins.requestBody(in, "body", setRequestTrailer("x-a", header("x-v")));
    assertEquals(400, in.answered());
    FakeHost out = host().response("x-v", value);
    Plugins.responseBody(out, "body", setResponseTrailer("x-a", header("x-v")));
    assertEquals(502, out.answered());
    assertThrows(IllegalArgumentException.class, () -> setRequestTrailer("x-a", value));
  }

  @Test
  void aHostThatRefusesTheChangeEndsTheStream() {
    FakeHost in = host().refuse("proxy_replace_header_map_value", Status.BAD_ARGUMENT);
    assertEquals(DataStatus.STOP_ITERATION_NO_BUFFER, Plugins.requestBody(in, "body", setRequestTrailer("x-a", "1")));
    assertEquals(503, in.answered());
    FakeHost out = host().refuse("proxy_replace_header_map_value", Status.BAD_ARGUMENT);
    assertEquals(DataStatus.STOP_ITERATION_NO_BUFFER,
        Plugins.responseBody(out, "body", setResponseTrailer("x-a", "1")));
    assertTrue(out.calls().contains("proxy_close_stream HTTP_RESPONSE"), out.calls().toString());
  }

  @Test
  void theEndThatTrailersBringIsWaitedForWithItsLimits() {
    FakeHost host = host();
    Plugins.requestBody(host, "body", setHeader("x-saw", requestTrailer("x-a").limit(3)));
    assertEquals(413, host.answered());
    TrailerText read = requestTrailer("x-a").within(Duration.ofMillis(7)).alsoGrpc().onTooLarge(respond(499));
    assertEquals(7, read.limits().millis());
    assertTrue(read.grpc());
    assertEquals("request trailer x-a", read.describe());
  }

  @Test
  void gRpcIsWaitedForOnlyWhenAsked() {
    FakeHost endless = host().request("content-type", "application/grpc");
    Plugins.requestBody(endless, "body", setHeader("x-saw", requestTrailer("x-a").orElse("none")));
    assertEquals(400, endless.answered());
    FakeHost asked = host().request("content-type", "application/grpc");
    Plugins.requestBody(asked, "body", setHeader("x-saw", requestTrailer("x-a").alsoGrpc().orElse("none")));
    assertEquals(List.of("none"), asked.requestHeader("x-saw"));
  }

  @Test
  void wordsInTheWrongPartAreRefused() {
    assertTrue(
        refusal(plugin("p").response(setRequestTrailer("x-a", "1"))).endsWith("setTrailer is for request parts"));
    assertTrue(
        refusal(plugin("p").request(addResponseTrailer("x-a", "1"))).endsWith("addTrailer is for response parts"));
    assertTrue(refusal(plugin("p").log(removeResponseTrailer("x-a"))).endsWith("removeTrailer is for response parts"));
    assertTrue(refusal(plugin("p").response(log(LogLevel.INFO, requestTrailer("x-a"))))
        .endsWith("requestTrailer(..) is for request parts"));
    assertTrue(refusal(plugin("p").log(log(LogLevel.INFO, requestTrailer("x-a"))))
        .endsWith("requestTrailer(..) is for request parts"));
    assertTrue(refusal(plugin("p").request(log(LogLevel.INFO, responseTrailer("x-a"))))
        .endsWith("responseTrailer(..) is for response parts"));
  }

  @Test
  void whatCannotWorkIsRefusedWhereItIsWritten() {
    assertThrows(IllegalArgumentException.class, () -> requestTrailer(":path"));
    assertThrows(IllegalArgumentException.class, () -> setRequestTrailer("", "v"));
    assertThrows(IllegalArgumentException.class, () -> setRequestTrailer("x", (String) null));
    assertThrows(IllegalArgumentException.class, () -> setRequestTrailer("x", "v").onFailure(new Step[0]));
    assertEquals("add response trailer x: \"v\"", addResponseTrailer("x", "v").describe());
    assertEquals("remove request trailer x", removeRequestTrailer("x").describe());
  }
}
