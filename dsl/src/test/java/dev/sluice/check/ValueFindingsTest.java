package dev.sluice.check;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.LogLevel;
import dev.sluice.value.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Variables, secrets, attributes, metrics. */
class ValueFindingsTest {
  private static final Secret KEY = Secret.of("secret");

  @Test
  void aVariableThatNothingBinds() {
    assertEquals(
        List.of(
            "error unknown-variable at request/2 setHeader: no step before binds \"usr\"; bind it in an earlier step,"
                + " or mend its name",
            "warning unused-variable at request/1 bind: nothing reads \"user\"; read it with ref(\"user\"), or do not"
                + " bind it"),
        Checked.request(bind("user", header("a")), setHeader("b", ref("usr"))));
  }

  @Test
  void aVariableOfOneBranch() {
    assertEquals(
        List.of(
            "note maybe-unbound at request/2 setHeader: \"a\" is not bound on all ways to here, and absent on the"
                + " others; bind it on each way, or say what comes in its place with orElse(..)"),
        Checked.request(when(path().is("/")).then(bind("a", path())), setHeader("b", ref("a"))));
    assertEquals(List.of(), Checked.request(
        when(path().is("/")).then(bind("a", path())), setHeader("b", ref("a").orElse("none"))));
    assertEquals(List.of(), Checked.request(
        when(path().is("/")).then(bind("a", path())).otherwise(respond(404)), setHeader("b", ref("a"))));
    assertEquals(List.of(), Checked.request(
        when(path().is("/")).then(bind("a", path())), when(ref("a").present()).setHeader("b", "1")));
  }

  @Test
  void variablesOfTheRequestInItsResponse() {
    assertEquals(List.of(), Checked.plugin(
        plugin("p").request(bind("a", path())).response(setHeader("b", ref("a")))));
    assertEquals(1, Checked.plugin(plugin("p").request(when(path().is("/")).then(bind("a", path())))
        .response(setHeader("b", ref("a")))).size());
    assertEquals(1, Checked.plugin(plugin("p").with(response(setHeader("b", ref("a"))))
        .request(bind("a", path()))).size());
  }

  @Test
  void variablesInFailureBranches() {
    assertEquals(List.of(), Checked.request(
        bind("a", path()), call(cluster("c"), get("/")).onFailure(respond(500, ref("a")))));
    assertEquals(List.of(), Checked.request(
        bind("a", path()), setHeader("b", header("c").single().onRepeated(respond(400, ref("a"))))));
  }

  @Test
  void aSecretAndTheFirstValue() {
    assertEquals(
        List.of(
            "warning first-value-secret at request/1 when: header x-api-key may come twice, and the upstream may go by"
                + " the other value; use header(\"x-api-key\").single()"),
        Checked.request(when(header("x-api-key").constantTimeIs(KEY.text()).not()).respond(401)));
    assertEquals(List.of(),
        Checked.request(when(header("x-api-key").single().constantTimeIs(KEY.text()).not()).respond(401)));
  }

  @Test
  void aSecretAndTime() {
    assertEquals(
        List.of("warning timed-secret at request/1 when: \"single header a is a secret\" takes longer the more of the"
            + " secret is right; use constantTimeIs(..)"),
        Checked.request(when(header("a").single().is(KEY.text()).not()).respond(401)));
  }

  @Test
  void anAttributeTooLate() {
    assertEquals(
        List.of(
            "warning late-attribute at response/1 setHeader: Envoy has no request.path once the request has gone on;"
                + " read path(), method(), requestHeader(..) and the like, which are remembered, or bind it in the request part"),
        Checked.response(setHeader("a", property("request", "path"))));
    assertEquals(List.of(), Checked.response(setHeader("a", path())));
    assertEquals(List.of(), Checked.plugin(plugin("p").log(log(LogLevel.INFO, property("request", "path")))));
  }

  @Test
  void anAttributeTooEarly() {
    assertEquals(
        List.of("warning early-attribute at request/1 setHeader: Envoy has no response.code while the request is on its"
            + " way in; read it in the response part or in the log"),
        Checked.request(setHeader("a", property("response", "code"))));
    assertEquals(
        List.of(
            "warning early-attribute at response/1 setHeader: Envoy has no response.backend_latency before the stream"
                + " is over; read it in the log"),
        Checked.response(setHeader("a", property("response", "backend_latency"))));
  }

  @Test
  void anAttributeThatIsNone() {
    assertEquals(
        List.of(
            "warning unknown-attribute at request/1 setHeader: Envoy has no route_name since 1.33; read xds.route_name"),
        Checked.request(setHeader("a", property("route_name"))));
    assertEquals(
        List.of(
            "warning unknown-attribute at request/1 setHeader: Envoy has no attribute request.url; see Envoy's list of"
                + " attributes"),
        Checked.request(setHeader("a", property("request", "url"))));
    assertEquals(List.of(), Checked.request(
        setHeader("a", property("request", "headers", "x")), setHeader("b", routeName()),
        setHeader("c", property("connection", "mtls")), setHeader("d", property("my", "own"))));
  }

  @Test
  void aMetricOfTwoKinds() {
    assertEquals(
        List.of("error duplicate-metric at response/1 metric: metric hits is a gauge here and a counter at"
            + " request/1 metric; give one of them another name"),
        Checked.plugin(plugin("p").request(counter("hits").increment()).response(gauge("hits").add(1))));
    assertEquals(
        List.of(
            "error duplicate-metric at request/2 metric: metric hits is a counter with b here and a counter with a at"
                + " request/1 metric; give one of them another name"),
        Checked.request(counter("hits").tag("a", path(), 2).increment(),
            counter("hits").tag("b", path(), 2).increment()));
  }
}
