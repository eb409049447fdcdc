package dev.sluice.testkit.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.plugins.ValueWords;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/** A broad mix of values has the same results in every place. */
@UsePlugin(ValueWords.class)
@UseProxy(routeMetadata = "team/owner=ann")
class ValueWordsTest {
  private static final Bytes NOT_UTF8 = Bytes.latin1("a\u00ff\u0080");

  private static Request request() {
    return Request.get("/users/7/o%20k/7?a=1&n=7&a=x+y&flag=Yes")
        .authority("shop.test:8443")
        .header("cookie", "a=1; b=2")
        .header("cookie", "c=3")
        .header("x-list", "a")
        .header("x-list", "b, c")
        .header("authorization", "Basic YW5uOnBhc3M=")
        .header("x-bytes", NOT_UTF8)
        .header("x-json", "{\"a\": [\"7\", \"t\\u00fcx\"], \"b\": 42}")
        .header("x-date", "Sun, 06 Nov 1994 08:49:37 GMT")
        .header("x-forwarded-for", "1.1.1.1, 10.0.0.1");
  }

  @EveryPlace
  void valuesOfTheRequest(PluginUnderTest plugin) {
    TreeMap<String, String> expected = TreeMap.<String, String>empty()
        .put("v-path", "/users/7/o%20k/7")
        .put("v-segment", "7")
        .put("v-parameter", "7")
        .put("v-query", "a=1 and n=7 and a=x+y and flag=Yes")
        .put("v-values", "1+x y")
        .put("v-host", "get@shop.test")
        .put("v-port", "8443")
        .put("v-cookie", "3")
        .put("v-list", "a|b|c")
        .put("v-count", "2")
        .put("v-last", "b, c")
        .put("v-user", "ann")
        .put("v-bearer", "none")
        .put("v-hash", "016c8883bbe256fe")
        .put("v-hash-512", "s/QdmLqPMH4ANQY2")
        .put("v-hmac", "saoEMp8XH_m28XSbeKcHY0siaWOFZhR7Xv9wM329U4c")
        .put("v-percent", "a%FF%80")
        .put("v-base64", "Yf+A")
        .put("v-json", "TüX")
        .put("v-group", "42")
        .put("v-client", "10.0.0.1")
        .put("v-date", "1994-11-06T09:49:37Z")
        .put("v-number", "1")
        .put("v-division", "0")
        .put("v-else", "7")
        .put("v-facts", "ValueWords ValueWords ann")
        .put("v-form", "2")
        .put("v-uuid", "36")
        .put("v-questions", "yes");
    assertEquals(expected, told(plugin.send(request()).upstreamSaw().get().headers()));
  }

  @EveryPlace
  void valuesOfTheResponse(PluginUnderTest plugin) {
    plugin.upstream(seen -> Response.of(201, "made")
        .header("content-type", "text/plain; charset=utf-8")
        .header("x-out", "1")
        .header("x-out", "2"));
    assertEquals(
        TreeMap.<String, String>empty()
            .put("v-path", "/users/7/o%20k/7")
            .put("v-cookie", "3")
            .put("v-list", "a")
            .put("v-client", "10.0.0.1")
            .put("v-parameter", "o%20k/7")
            .put("v-status", "202")
            .put("v-type", "text/plain")
            .put("v-count", "2")
            .put("v-date", "29")
            .put("v-questions", "yes"),
        told(plugin.send(request()).headers()));
  }

  @EveryPlace
  void whatIsNotSentIsAbsent(PluginUnderTest plugin) {
    Exchange exchange =
        plugin.send(Request.get("/x").authority("shop.test").header("authorization", "Basic !").header("x-json", "{"));
    Headers seen = exchange.upstreamSaw().get().headers();
    assertEquals(
        Vector.of("v-bearer", "v-count", "v-facts", "v-form", "v-hmac", "v-host", "v-path", "v-uuid"),
        told(seen).keySet().toVector());
    assertEquals("0", seen.first("v-count").get());
  }

  private static TreeMap<String, String> told(Headers headers) {
    return headers.fields()
        .filter(field -> field.name().utf8().startsWith("v-"))
        .foldLeft(TreeMap.empty(), (all, field) -> all.put(field.name().utf8(), field.value().utf8()));
  }
}
