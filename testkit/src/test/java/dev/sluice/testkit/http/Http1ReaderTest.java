package dev.sluice.testkit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http1ReaderTest {

  @Test
  void readsWhatFollowsOnAConnection() throws Exception {
    Http1Reader reader =
        reader(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\nx: \u00ff\u0085 \r\n\r\nab"
                + "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\nt: 1\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200\r\n\r\nto the end");
    Response first = reader.read(false);
    assertEquals("ab", first.text());
    assertEquals(Bytes.latin1("\u00ff\u0085"), first.headers().bytes("X").single());
    assertTrue(reader.keepsConnection());
    Response second = reader.read(false);
    assertEquals("abcd", second.text());
    assertEquals("1", second.trailers().first("t").get());
    assertEquals(204, reader.read(false).status());
    assertEquals("to the end", reader.read(false).text());
    assertFalse(reader.keepsConnection());
  }

  @Test
  void readsNoBodyWhereThereIsNone() throws Exception {
    Http1Reader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\n");
    assertEquals("", reader.read(true).text());
    assertFalse(reader.keepsConnection());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "",
      "HTTP/1.0 200 OK\r\n\r\n",
      "HTTP/1.1 200 OK\n\n",
      "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
      "HTTP/1.1 200 OK\r\nspace : x\r\n\r\n",
      "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab",
      "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
      "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: 1\r\n\r\n0\r\n\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n"
  })
  void refusesWhatIsNoResponse(String text) {
    assertThrows(IOException.class, () -> reader(text).read(false));
  }

  private static Http1Reader reader(String latin1) {
    return new Http1Reader(new ByteArrayInputStream(Bytes.latin1(latin1).toArray()));
  }
}
