package dev.sluice.value;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedBodyTest {
  private static final String TEXT = "a text that is longer than it is interesting ".repeat(20);
  private static final String PROMISE = "{\"sluice\": {\"allow_on_headers_stop_iteration\": true}}";

  private interface Coding {
    OutputStream onto(OutputStream out) throws IOException;
  }

  private static Bytes coded(Coding coding, Bytes bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream encoder = coding.onto(out)) {
      encoder.write(bytes.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(out.toByteArray());
  }

  private static Bytes gzip(Bytes bytes) {
    return coded(GZIPOutputStream::new, bytes);
  }

  private static Bytes zlib(Bytes bytes) {
    return coded(DeflaterOutputStream::new, bytes);
  }

  private static Bytes raw(Bytes bytes) {
    return coded(out -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true)), bytes);
  }

  /** The host after a request with this body, whose decoded text is put into a header. */
  private static FakeHost after(Bytes body, DecodedBody value, String... encodings) {
    FakeHost host = FakeHost.get("/").configuration(PROMISE);
    for (String encoding : encodings) {
      host.request("content-encoding", encoding);
    }
    PluginCallbacks callbacks =
        PluginCallbacks.of(settings -> plugin("test").request(setHeader("x-text", value)), host);
    callbacks.onContextCreate(1, 0);
    assertTrue(callbacks.onConfigure(1, PROMISE.length()));
    callbacks.onContextCreate(2, 1);
    callbacks.onRequestHeaders(2, 0, false);
    host.body(body);
    callbacks.onRequestBody(2, body.length(), true);
    return host;
  }

  private static String decoded(Bytes body, String... encodings) {
    FakeHost host = after(body, requestBody().decoded(), encodings);
    assertEquals(0, host.answered(), () -> host.sent() + " " + host.lines());
    return host.requestHeader("x-text").get(0);
  }

  private static int answer(Bytes body, String... encodings) {
    return after(body, requestBody().decoded(), encodings).answered();
  }

  @Test
  void knownCodingsAreUndone() {
    Bytes text = Bytes.utf8(TEXT);
    assertEquals(TEXT, decoded(text));
    assertEquals(TEXT, decoded(text, "identity"));
    assertEquals(TEXT, decoded(gzip(text), "gzip"));
    assertEquals(TEXT, decoded(gzip(text), "X-GZIP"));
    assertEquals(TEXT, decoded(zlib(text), "deflate"));
    assertEquals(TEXT, decoded(raw(text), "deflate"));
    assertEquals("", decoded(Bytes.EMPTY, "gzip"));
  }

  @Test
  void theLastCodingIsUndoneFirst() {
    Bytes text = Bytes.utf8(TEXT);
    assertEquals(TEXT, decoded(zlib(gzip(text)), "gzip , deflate"));
    assertEquals(TEXT, decoded(zlib(gzip(text)), "gzip", "deflate"));
    assertEquals(TEXT, decoded(gzip(zlib(gzip(text))), "gzip, identity, deflate,, gzip"));
    assertEquals(415, answer(gzip(text), "gzip, gzip, gzip, gzip"));
  }

  @Test
  void whatIsMalformedIsRefused() {
    Bytes whole = gzip(Bytes.utf8(TEXT));
    assertEquals(400, answer(Bytes.utf8(TEXT), "gzip"));
    assertEquals(400, answer(whole.slice(0, whole.length() - 1), "gzip"));
    assertEquals(400, answer(Bytes.utf8("x"), "deflate"));
    byte[] broken = whole.toArray();
    broken[broken.length - 8] ^= 1;
    assertEquals(400, answer(Bytes.wrap(broken), "gzip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "gzip, br", "compress", "gzip;q=1"})
  void otherCodingsAreRefused(String encoding) {
    assertEquals(415, answer(gzip(Bytes.utf8(TEXT)), encoding));
  }

  @Test
  void noMoreComesOutThanIsAllowed() {
    Bytes bomb = gzip(Bytes.wrap("x".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII)));
    assertTrue(bomb.length() < 10_000);
    assertEquals(413, answer(bomb, "gzip"));
    Bytes ten = gzip(Bytes.utf8("0123456789"));
    assertEquals(413, after(ten, requestBody().decoded().limit(9), "gzip").answered());
    assertEquals(0, after(ten, requestBody().decoded().limit(10), "gzip").answered());
    assertEquals(413, after(Bytes.utf8("0123456789"), requestBody().decoded().limit(9)).answered());
  }

  @Test
  void branchesAndResponses() {
    DecodedBody value = requestBody().decoded()
        .onMalformed(respond(490))
        .onUnsupported(respond(491))
        .onTooLarge(respond(492))
        .limit(5);
    assertEquals(490, after(Bytes.utf8("x"), value, "gzip").answered());
    assertEquals(491, after(Bytes.utf8("x"), value, "br").answered());
    assertEquals(492, after(gzip(Bytes.utf8(TEXT)), value, "gzip").answered());
    FakeHost host = FakeHost.get("/").response("content-encoding", "br");
    Plugins.responseBody(host, "body", setHeader("x-text", responseBody().decoded()));
    assertEquals(502, host.answered());
    assertEquals("decoded request body", value.describe());
    assertThrows(IllegalArgumentException.class, () -> requestBody().decoded().limit(-1));
  }

  @Test
  void aBodyThatIsSetHasNoCoding() {
    FakeHost host = FakeHost.get("/").request("content-encoding", "gzip");
    Plugins.requestBody(host, "coded", setRequestBody(text("plain")));
    assertEquals(List.of(), host.requestHeader("content-encoding"));
    assertEquals("plain", host.body().utf8());
  }
}
