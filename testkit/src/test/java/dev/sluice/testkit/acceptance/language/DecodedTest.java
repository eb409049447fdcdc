package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies are read as what is in them, within a limit. */
@UsePlugin(DecodedPlugin.class)
class DecodedTest {
  private static Bytes gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream encoder = new GZIPOutputStream(out)) {
      encoder.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Bytes.wrap(out.toByteArray());
  }

  @EveryPlace
  void aCompressedRequestIsLookedInto(PluginUnderTest plugin) throws IOException {
    Bytes body = gzip("{\"name\": \"ann\", \"more\": \"" + "x".repeat(5000) + "\"}");
    Exchange exchange = plugin.send(Request.of("POST", "/in").header("content-encoding", "gzip").body(body));
    assertEquals(200, exchange.status(), exchange.text());
    assertEquals(Vector.of("ann"), exchange.upstreamSaw().get().headers().all("x-name"));
    assertEquals(body, exchange.upstreamSaw().get().body());
  }

  @EveryPlace
  void whatCannotBeDecodedIsRefused(PluginUnderTest plugin) throws IOException {
    assertEquals(400, plugin.send(Request.of("POST", "/in").header("content-encoding", "gzip").body("plain")).status());
    assertEquals(415, plugin.send(Request.of("POST", "/in").header("content-encoding", "br").body("plain")).status());
    Bytes bomb = gzip("x".repeat(1_000_000));
    Exchange large = plugin.send(Request.of("POST", "/in").header("content-encoding", "gzip").body(bomb));
    assertEquals(413, large.status());
    assertTrue(large.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void aCompressedResponseIsSentOnDecoded(PluginUnderTest plugin) throws IOException {
    Bytes body = gzip("a text");
    plugin.upstream(request -> new Response(200, Headers.EMPTY.add("content-encoding", "gzip"), body, Headers.EMPTY));
    Exchange exchange = plugin.send(get("/out"));
    assertEquals("a text", exchange.text());
    assertTrue(exchange.headers().all("content-encoding").isEmpty());
    Bytes bomb = gzip("x".repeat(1_000_000));
    plugin.upstream(request -> new Response(200, Headers.EMPTY.add("content-encoding", "gzip"), bomb, Headers.EMPTY));
    assertEquals(502, plugin.send(get("/out")).status());
  }
}
