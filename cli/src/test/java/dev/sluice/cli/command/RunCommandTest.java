package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final Pattern SERVING = Pattern.compile("serving tiny at http://localhost:(\\d+), .*");

  @TempDir Path root;

  @Test
  void thePluginIsServedAndReloadedWhenItsSourceChanges() throws Exception {
    TinyExample tiny = TinyExample.in(root).define("return plugin(\"tiny\").request(respond(403));");
    Lines out = new Lines();
    StringWriter err = new StringWriter();
    Thread run = Thread.ofPlatform()
        .start(
            () -> Sluice.commandLine(tiny.workspace(), new PrintWriter(out, true), new PrintWriter(err))
                .execute("run", "tiny", "--port", "0", "--watch"));
    try {
      Matcher serving = SERVING.matcher(out.await("serving .*"));
      assertTrue(serving.matches());
      URI uri = URI.create("http://localhost:" + serving.group(1) + "/");
      assertEquals(403, status(uri));
      assertTrue(out.await("GET / .*").contains("403"));

      tiny.define("return plugin(\"tiny\").request(respond(418));");
      out.await("reloaded");
      assertEquals(418, status(uri));

      tiny.define("return nothing;");
      out.await("not reloaded, .*");
      assertTrue(err.toString().contains("Tiny.java"), err.toString());
      assertEquals(418, status(uri));
    } finally {
      run.interrupt();
      run.join();
    }
  }

  @Test
  void connectionsAreServedWhereThePluginIsForThem() throws Exception {
    TinyExample tiny = TinyExample.in(root)
        .define("return tcp(\"tiny\").onConnect(streamDownstream(replacing(\"colour\", \"color\")));");
    Lines out = new Lines();
    Thread run = Thread.ofPlatform()
        .start(
            () -> Sluice.commandLine(tiny.workspace(), new PrintWriter(out, true), new PrintWriter(new StringWriter()))
                .execute("run", "tiny", "--port", "0"));
    try {
      Matcher serving =
          Pattern.compile("serving tiny at tcp://localhost:(\\d+), upstream built in; .*")
              .matcher(out.await("serving .*"));
      assertTrue(serving.matches());
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(serving.group(1)))) {
        socket.getOutputStream().write("a colour.".getBytes(StandardCharsets.US_ASCII));
        socket.shutdownOutput();
        assertEquals("a color.", new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
      }
      assertTrue(out.await("connection of .*").contains(" closed  8 bytes up, 8 down "));
    } finally {
      run.interrupt();
      run.join();
    }
  }

  @Test
  void aServiceThatThePluginCallsIsReachedByTheNameOfItsCluster() throws Exception {
    TinyExample tiny = TinyExample.in(root)
        .define("return plugin(\"tiny\").request(call(cluster(\"auth\"), get(\"/check\")),"
            + " when(answer().status().isNot(204)).respond(401), respond(418));");
    HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/check", asked -> {
      asked.sendResponseHeaders(204, -1);
      asked.close();
    });
    service.start();
    Lines out = new Lines();
    String cluster = "auth=http://127.0.0.1:" + service.getAddress().getPort();
    Thread run = Thread.ofPlatform()
        .start(
            () -> Sluice.commandLine(tiny.workspace(), new PrintWriter(out, true), new PrintWriter(new StringWriter()))
                .execute("run", "tiny", "--port", "0", "--cluster", cluster));
    try {
      Matcher serving = SERVING.matcher(out.await("serving .*"));
      assertTrue(serving.matches());
      assertEquals(418, status(URI.create("http://localhost:" + serving.group(1) + "/")));
    } finally {
      run.interrupt();
      run.join();
      service.stop(0);
    }
  }

  @Test
  void anExampleDeclaresTheServicesItCalls() throws Exception {
    TinyExample tiny = TinyExample.in(root)
        .define("return plugin(\"tiny\").request("
            + "call(cluster(\"auth\"), get(\"/check\").header(\"x-a\", settings.text())),"
            + " when(answer().body().contains(\"GET /check\")).respond(418));");
    Files.writeString(tiny.workspace().examples().resolve("tiny/clusters.properties"), "auth=sample\n");
    Lines out = new Lines();
    Thread run = Thread.ofPlatform()
        .start(
            () -> Sluice.commandLine(tiny.workspace(), new PrintWriter(out, true), new PrintWriter(new StringWriter()))
                .execute("run", "tiny", "--port", "0", "--config", "b"));
    try {
      Matcher serving = SERVING.matcher(out.await("serving .*"));
      assertTrue(serving.matches());
      assertEquals(418, status(URI.create("http://localhost:" + serving.group(1) + "/")));
    } finally {
      run.interrupt();
      run.join();
    }
  }

  @Test
  void anAddressOfAClusterThatIsNoneIsAFailureThatSaysSo() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("return plugin(\"tiny\").request(respond(403));");
    Spoken said = Spoken.by(tiny.workspace(), "run", "tiny", "--port", "0", "--cluster", "auth=ftp://h:1");
    assertEquals(1, said.status());
    assertTrue(said.err().contains("cluster 'auth' at 'ftp://h:1' is no address of the form http://host:port"),
        said.err());
  }

  @Test
  void anUpstreamOfAnotherKindIsAFailureThatSaysSo() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("return plugin(\"tiny\").request(respond(403));");
    Spoken said = Spoken.by(tiny.workspace(), "run", "tiny", "--port", "0", "--tcp", "--upstream", "http://h:1");
    assertEquals(1, said.status());
    assertTrue(said.err().contains("no address of the form tcp://host:port"), said.err());
    said = Spoken.by(tiny.workspace(), "run", "tiny", "--timeout", "-1");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("--timeout: -1 is negative."), said.err());
  }

  @Test
  void aPortThatIsTakenIsAFailureThatSaysSo() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("return plugin(\"tiny\").request(respond(403));");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Spoken said = Spoken.by(tiny.workspace(), "run", "tiny", "--port", "" + taken.getLocalPort());
      assertEquals(1, said.status());
      assertTrue(said.err().startsWith("port " + taken.getLocalPort() + " of 127.0.0.1 is taken"), said.err());
    }
  }

  @Test
  void settingsThatThePluginRefusesAreAFailure() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("throw new IllegalArgumentException(\"no \" + settings.text());");
    Spoken said = Spoken.by(tiny.workspace(), "run", "tiny", "--port", "0", "--config", "way");
    assertEquals(1, said.status());
    assertTrue(said.err().contains("no way"), said.err());
  }

  private static int status(URI uri) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    }
  }

  /** What is printed, line by line, to be waited for. */
  private static final class Lines extends Writer {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder open = new StringBuilder();

    String await(String pattern) throws InterruptedException {
      for (String line = next(); line != null; line = next()) {
        if (line.matches(pattern)) {
          return line;
        }
      }
      throw new AssertionError("no line " + pattern);
    }

    private String next() throws InterruptedException {
      return lines.poll(1, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void write(char[] chars, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (chars[i] == '\n') {
          lines.add(open.toString());
          open.setLength(0);
        } else {
          open.append(chars[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
