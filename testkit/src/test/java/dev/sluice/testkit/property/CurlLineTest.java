package dev.sluice.testkit.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shell makes of the lines. */
class CurlLineTest {
  /** Stands in for curl and tells its arguments and input, each ended by NUL. */
  private static final String FAKE = """
      LC_ALL=C.UTF-8
      curl() {
        local last
        for last; do printf 'argument %s\\0' "$last"; done
        for last; do if [ "$last" = @- ]; then printf 'input '; od -An -v -tx1 | tr -d ' \\n'; printf '\\0'; fi; done
      }
      """;

  @TempDir Path folder;

  @Test
  void aSimpleRequestIsASimpleLine() {
    assertEquals("curl -i --path-as-is --globoff -A '' -H accept: -H 'x-a: b' 'http://localhost:10000/a?b'",
        CurlLine.of(Request.get("/a?b").header("x-a", "b")));
    assertEquals(
        "curl -i --path-as-is --globoff -A '' --head -H 'accept: */*' 'http://localhost:10000/'",
        CurlLine.of(Request.head("/").header("accept", "*/*")));
    assertEquals(
        "printf '\\000%%\\134' | curl -i --path-as-is --globoff -A '' -X POST -H accept: -H content-type:"
            + " --data-binary @- 'http://localhost:10000/'  # and the trailers 'x-t: 1'",
        CurlLine.of(Request.of("POST", "/").body(Bytes.latin1("\0%\\")).trailer("x-t", "1")));
  }

  /** Quotes, backslashes, control characters and bytes of all values come through the shell as they are. */
  @Test
  void aShellReadsWhatWasMeant() throws Exception {
    List<Request> requests = new ArrayList<>();
    Search.of(Requests.any()).tries(200).find(requests::add);
    StringBuilder every = new StringBuilder();
    for (int b = 0; b <= 0xff; b++) {
      every.append((char) b);
    }
    requests.add(Request.of("POST", "/?it's=\"\\$(x)`y`!&").body(Bytes.latin1(every.toString())));
    requests.add(Request.of("POST", "/").body("@file").header("x-a", Bytes.latin1("'\\\u00ff\u0001" + "7\t$'")));
    requests.add(Request.of("POST", "/").body("'\\'\r\n"));
    Path script = folder.resolve("lines.sh");
    StringBuilder lines = new StringBuilder(FAKE);
    requests.forEach(request -> lines.append(CurlLine.of(request)).append("\nprintf 'end\\0'\n"));
    Files.writeString(script, lines, StandardCharsets.US_ASCII);
    List<List<String>> read = run(script);
    assertEquals(requests.size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      assertReads(requests.get(i), read.get(i));
    }
  }

  private static void assertReads(Request request, List<String> words) {
    List<String> expected = new ArrayList<>();
    request.headers()
        .fields()
        .forEach(field -> expected.add(
            field.name().latin1() + (field.value().isEmpty() ? ";" : ": " + field.value().latin1())));
    expected.forEach(header -> assertEquals(
        Vector.ofAll(expected).count(header::equals), Vector.ofAll(words).count(("argument " + header)::equals),
        () -> header + " in " + words));
    assertEquals("argument http://localhost:10000" + request.target(), Vector.ofAll(words)
        .filter(word -> word.startsWith("argument http"))
        .last());
    Bytes body = request.body();
    if (!body.isEmpty()) {
      int at = words.indexOf("argument --data-binary");
      String given = words.get(at + 1).substring("argument ".length());
      assertEquals(body.latin1(), given.equals("@-") ? piped(words) : given);
    }
  }

  private static String piped(List<String> words) {
    String hex = words.getLast().substring("input ".length());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 2) {
      text.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    return text.toString();
  }

  private List<List<String>> run(Path script) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process shell = new ProcessBuilder("bash", script.toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    assertEquals(0, shell.waitFor(), () -> "bash failed");
    List<List<String>> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : Files.readString(output, StandardCharsets.ISO_8859_1).split("\0")) {
      if (word.equals("end")) {
        lines.add(words);
        words = new ArrayList<>();
      } else {
        words.add(word);
      }
    }
    return lines;
  }
}
