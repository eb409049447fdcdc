package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespondWithTest {
  private static FakeHost.Sent answer(FakeHost host, Step... steps) {
    Plugins.request(host, steps);
    return host.sent().get(0);
  }

  private static String body(FakeHost host, Step step) {
    return answer(host, step).body();
  }

  @Test
  void valuesAreReadWhenItAnswers() {
    FakeHost host = FakeHost.get("/a").request("x-id", "7");
    FakeHost.Sent sent = answer(host, setHeader("x-id", "8"),
        respond(404, path()).header("x-id", header("x-id")).header("x-none", header("x-none")).details("gone"));
    assertEquals(new FakeHost.Sent(404, "gone", "/a", List.of(Header.of("x-id", "8"))), sent);
    assertEquals(List.of(-1), host.grpcStatuses());
  }

  @Test
  void nothingRunsAfterIt() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, respond(204, path()), setHeader("x-a", "b"), respond(500));
    assertEquals(204, host.answered());
    assertEquals(List.of(), host.requestHeader("x-a"));
  }

  @Test
  void anAbsentBodyIsEmpty() {
    assertEquals("", body(FakeHost.get("/"), respond(200, header("x-none"))));
  }

  @Test
  void aHeaderCannotBeForged() {
    FakeHost host = FakeHost.get("/?q=a%0d%0aset-cookie:%20b");
    Plugins.request(host, respond(200).header("x-q", query("q")));
    assertEquals(400, host.answered());
    FakeHost outside = FakeHost.get("/").response("x-q", Bytes.utf8("a\0b").utf8());
    Plugins.response(outside, respond(200).header("x-q", header("x-q")));
    assertEquals(502, outside.answered());
  }

  @Test
  void outerResponsePartsSeeItsHeaders() {
    FakeHost host = FakeHost.get("/").response("x-a", "1");
    Plugins.exchange(host, response(setHeader("x-seen", header("x-b"))).then(response(
        respond(500, header("x-a")).header("x-b", header("x-a")))));
    assertEquals("1", host.sent().get(0).body());
    assertEquals(List.of(Header.of("x-b", "1"), Header.of("x-seen", "1")), host.sent().get(0).headers());
  }

  @Test
  void aHeaderWithAValueMakesAConstantReplyADynamicOne() {
    assertEquals(respond(403, "No").header("a", "b").header("c", method()),
        RespondWith.of(403, new dev.sluice.value.LiteralText("No")).header("a", "b").header("c", method()));
    assertEquals("respond 403 \"No\", a: \"b\", c: method (why)",
        respond(403, "No").header("a", "b").details("why").header("c", method()).describe());
  }

  @Test
  void jsonIsEscaped() {
    FakeHost host = FakeHost.get("/?q=%22,%20%22admin%22:%20true,%5c%0a%01%ff")
        .request("x-user", "ann");
    FakeHost.Sent sent = answer(host, respondJson(403,
        "{\"a\": \"{}\", \"b\": \"user {} of {}\", \"c\": {}, \"{}\": [\"{}\", 1]}",
        query("q"), header("x-user"), header("x-none"), method(), header("x-none")));
    assertEquals(
        "{\"a\": \"\\\", \\\"admin\\\": true,\\\\\\u000a\\u0001\ufffd\", \"b\": \"user ann of \", \"c\": {}, "
            + "\"GET\": [null, 1]}",
        sent.body());
    assertEquals(List.of(Header.of("content-type", "application/json")), sent.headers());
  }

  @Test
  void aStringThatIsOneAbsentValueIsNull() {
    assertEquals("[null, null ,\"\",\"\\\"\"]",
        body(FakeHost.get("/").request("x-empty", ""),
            respondJson(200, "[\"{}\", \"{}\" ,\"{}\",\"\\\"{}\"]", header("a"), header("b"), header("x-empty"),
                header("c"))));
  }

  @Test
  void numbersStandWithoutQuotes() {
    assertEquals("{\"a\": 7, \"b\": null, \"c\": \"7 of 7\"}",
        body(FakeHost.get("/?a=7"), respondJson(200, "{\"a\": \"{}\", \"b\": \"{}\", \"c\": \"{} of {}\"}",
            query("a").asLong(), query("b").asLong(), query("a").asLong(), query("a"))));
  }

  @Test
  void templatesThatAreNoJsonAreRefused() {
    assertEquals("json: the template has 1 places in its strings, but 0 values are given; write {} within a string"
        + " where each value belongs",
        assertThrows(IllegalArgumentException.class, () -> json("[\"{}\"]")).getMessage());
    assertThrows(IllegalArgumentException.class, () -> json("[{}]", method()));
    assertThrows(IllegalArgumentException.class, () -> json("[\"\\{}\"]", method()));
    assertThrows(IllegalArgumentException.class, () -> json("{\"a\": }"));
    assertThrows(IllegalArgumentException.class, () -> json(null));
  }

  @Test
  void grpcHasBothStatuses() {
    FakeHost host = FakeHost.get("/");
    FakeHost.Sent sent = answer(host, respondGrpc(GrpcCode.PERMISSION_DENIED, "not you"));
    assertEquals(new FakeHost.Sent(403, "", "not you", List.of()), sent);
    assertEquals(List.of(7), host.grpcStatuses());
    assertEquals("respond gRPC PERMISSION_DENIED method", respondGrpc(GrpcCode.PERMISSION_DENIED, method()).describe());
  }

  @Test
  void redirectsToAnywhereTheAuthorSays() {
    assertEquals(new FakeHost.Sent(308, "", "", List.of(Header.of("location", "https://a.test/b"))),
        answer(FakeHost.get("/"), when(path().is("/")).redirect(308, "https://a.test/b")));
    assertEquals(List.of(Header.of("location", "https://b.test")),
        answer(FakeHost.get("/?u=https://b.test"), redirect(302, query("u").raw()).toAnySite()).headers());
  }

  @ParameterizedTest
  @CsvSource({"/,true", "/a/b?c=d,true", "/a//b,true", "//evil.test,false", "/\\evil.test,false",
      "https://evil.test,false",
      "a,false", "'',false", "javascript:alert(1),false", "'/\t/evil.test',false", "'/\n/evil.test',false",
      "'/a\\b',false"})
  void redirectsStayWithinTheSite(String location, boolean allowed) {
    FakeHost host = FakeHost.get("/").request("x-next", location);
    Plugins.request(host, redirect(302, header("x-next")));
    assertEquals(allowed ? 302 : 400, host.answered());
  }

  @Test
  void aRedirectToNowhereIsRefused() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, redirect(302, query("next")).toAnySite());
    assertEquals(400, host.answered());
  }

  @Test
  void aRedirectCannotForgeAHeader() {
    FakeHost host = FakeHost.get("/?next=/%0d%0aset-cookie:a");
    Plugins.request(host, redirect(302, query("next")).toAnySite());
    assertEquals(400, host.answered());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 300, 304, 306, 400})
  void otherStatusesAreNoRedirections(int status) {
    assertThrows(IllegalArgumentException.class, () -> redirect(status, "/"));
  }

  @Test
  void shortFormsMeanTheSame() {
    var holds = path().is("/");
    assertEquals(when(holds).then(respond(403, method())), when(holds).respond(403, method()));
    assertEquals(when(holds).then(respondJson(403, "[\"{}\"]", method())),
        when(holds).respondJson(403, "[\"{}\"]", method()));
    assertEquals(when(holds).then(respondGrpc(GrpcCode.OK, "a")), when(holds).respondGrpc(GrpcCode.OK, "a"));
    assertEquals(when(holds).then(redirect(302, "/a")), when(holds).redirect(302, "/a"));
    assertEquals(when(holds).then(redirect(302, path())), when(holds).redirect(302, path()));
    assertEquals(respond(200, json("[]")).header("content-type", "application/json"), respondJson(200, json("[]")));
  }

  @Test
  void nullsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> respond(200, (dev.sluice.value.TextValue) null));
    assertThrows(IllegalArgumentException.class, () -> respond(200, path()).header("a", (String) null));
    assertThrows(IllegalArgumentException.class, () -> respond(200, path()).header("a\n", "b"));
    assertThrows(IllegalArgumentException.class, () -> respond(200, path()).details("a\n"));
    assertThrows(IllegalArgumentException.class, () -> respondGrpc(null, "a"));
    assertThrows(IllegalArgumentException.class, () -> redirect(302, (String) null));
    assertThrows(IllegalArgumentException.class, () -> redirect(302, "a\r\nb"));
  }
}
