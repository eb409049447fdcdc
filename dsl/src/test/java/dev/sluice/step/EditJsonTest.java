package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.DataStatus;
import dev.sluice.data.json.JsonKind;
import dev.sluice.explain.Explanation;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is written with single quotes here. */
class EditJsonTest {
  private static FakeHost host() {
    return FakeHost.get("/").request("x-user", "ann \"a\"").request("x-n", "7");
  }

  private static String edited(String body, EditJson step) {
    FakeHost host = host();
    assertEquals(DataStatus.CONTINUE, Plugins.requestBody(host, body.replace('\'', '"'), step),
        () -> host.sent() + " " + host.lines());
    return host.body().utf8().replace('"', '\'');
  }

  private static int answer(String body, EditJson step) {
    FakeHost host = host();
    Plugins.requestBody(host, body == null ? null : body.replace('\'', '"'), step);
    return host.answered();
  }

  private static EditJson edit() {
    return editBody(requestBody());
  }

  @Test
  void changesAreDoneInOrderAndTheRestStays() {
    assertEquals("{ 'a' : 1.50,'d':{'e':'v'},'new':[ 1 ]}",
        edited("{ 'a' : 1.50,'b':true,'old':[ 1 ],'d':{}}",
            edit().remove("/b").set("/d/e", "x").set("/d/e", "v").rename("/old", "new")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{}|/a|{'a':'v'}", "{'a':1}|/a|{'a':'v'}",
      "{'a':{}}|/a/b/c|{'a':{'b':{'c':'v'}}}", "{}|/a~1b/~0|{'a/b':{'~':'v'}}", "[1]|/-|[1,'v']", "[1,2]|/0|['v',2]",
      "1|``|'v'", "{'a':[{}]}|/a/0/b|{'a':[{'b':'v'}]}", "{'x':1}|/a/b|{'x':1,'a':{'b':'v'}}"})
  void valuesAreSetWhereverTheirPlaceCanBeMade(String before, String place, String after) {
    assertEquals(after, edited(before, edit().set(place, "v")));
  }

  @Test
  void valuesOfAllKinds() {
    assertEquals("{'a':'ann \\'a\\'','b':7,'c':-1,'d':true,'e':[null]}",
        edited("{}", edit().set("/a", header("x-user"))
            .set("/b", header("x-n").asLong())
            .set("/c", -1)
            .set("/d", true)
            .setJson("/e", "[null]")));
    assertEquals("{'a':[1]}", edited("{}", edit().setJson("/a", text("[1]"))));
  }

  @Test
  void anAbsentValueTakesOutWhatIsThere() {
    assertEquals("{'b':2}", edited("{'a':1,'b':2}", edit().set("/a", header("x-none")).set("/c", query("n").asLong())));
    assertEquals("{}", edited("{'a':1}", edit().setJson("/a", header("x-none"))));
  }

  @Test
  void renaming() {
    assertEquals("{'b':{'d':1},'c':2}", edited("{'a':2,'b':{'d':1}}", edit().rename("/a", "c")));
    assertEquals("{'b':{'~/':1}}", edited("{'b':{'d':1}}", edit().rename("/b/d", "~/")));
    assertEquals("{'c':2}", edited("{'a':2,'c':1}", edit().rename("/a", "c")));
    assertEquals("{'c':1}", edited("{'c':1}", edit().rename("/a", "c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "'s'", "1", "[]", "true", "null"})
  void whatStandsThereMayHaveToBeOfOneKind(String value) {
    int accepted = 0;
    for (JsonKind kind : JsonKind.values()) {
      accepted += answer("{'a':" + value + "}", edit().require("/a", kind)) == 0 ? 1 : 0;
    }
    assertEquals(1, accepted);
    assertEquals(400, answer("{}", edit().require("/a", JsonKind.NULL)));
    assertEquals(0, answer("{'a':'1'}", edit().require("/a", JsonKind.STRING)));
    assertEquals(400, answer("{'a':'1'}", edit().require("/a", JsonKind.NUMBER)));
  }

  @Test
  void whatIsRequiredMustBeThere() {
    EditJson step = edit().require("/a/b").onMismatch(respond(422));
    assertEquals("{'a':{'b':null}}", edited("{'a':{'b':null}}", step));
    assertEquals(422, answer("{'a':{}}", step));
    assertEquals(422, answer("[]", step));
    assertEquals(400, answer("{}", edit().require("/a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{'a':1}x", "{a:1}", "nul"})
  void whatIsNoJsonIsRefused(String body) {
    assertEquals(400, answer(body, edit().set("/a", "v")));
    assertEquals(415, answer(body, edit().set("/a", "v").onMalformed(respond(415))));
  }

  @Test
  void whatIsTooDeepIsRefused() {
    assertEquals("[".repeat(64) + "]".repeat(64), edited("[".repeat(64) + "]".repeat(64), edit().remove("/a")));
    assertEquals(400, answer("[".repeat(65) + "]".repeat(65), edit().remove("/a")));
  }

  @Test
  void aRequestWithoutBodyIsNoJson() {
    assertEquals(400, answer(null, edit().require("/a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':1,'a':2}", "{'a':{'b':1,'b':2}}", "{'a':{'b':1},'a':{}}", "{'a':1}", "{'a':[]}",
      "{'\\u0061':1,'a':{'b':1}}"})
  void aPlaceThatIsNoneOrTwoIsRefused(String body) {
    assertEquals(400, answer(body, edit().set("/a/b", "v")));
  }

  @Test
  void twoOfANameThatNobodyAsksForStay() {
    assertEquals("{'a':1,'a':2,'b':'v'}", edited("{'a':1,'a':2}", edit().set("/b", "v")));
  }

  @Test
  void aValueThatIsNoJsonDoesNotMatch() {
    assertEquals(400, answer("{}", edit().setJson("/a", header("x-user"))));
  }

  @Test
  void anUnchangedBodyKeepsItsHeaders() {
    FakeHost host = host().request("content-length", "7").request("content-digest", "d");
    assertEquals(DataStatus.CONTINUE, Plugins.requestBody(host, "{\"a\":1}", edit().remove("/b").require("/a")));
    assertFalse(host.hostcalls().contains("proxy_set_buffer_bytes"));
    assertEquals(List.of("7"), host.requestHeader("content-length"));
    FakeHost changed = host().request("content-length", "7").request("content-digest", "d");
    Plugins.requestBody(changed, "{\"a\":1}", edit().remove("/a"));
    assertEquals(List.of(), changed.requestHeader("content-length"));
    assertEquals(List.of(), changed.requestHeader("content-digest"));
  }

  @Test
  void responses() {
    FakeHost host = FakeHost.get("/");
    assertEquals(DataStatus.CONTINUE,
        Plugins.responseBody(host, "{\"a\":1}", editBody(responseBody()).set("/b", path())));
    assertEquals("{\"a\":1,\"b\":\"/\"}", host.body().utf8());
    FakeHost broken = FakeHost.get("/");
    Plugins.responseBody(broken, "no", editBody(responseBody()).remove("/a"));
    assertEquals(502, broken.answered());
    FakeHost none = FakeHost.get("/");
    assertEquals(DataStatus.CONTINUE, Plugins.responseBody(none, null, editBody(responseBody()).require("/a")));
    assertEquals(0, none.answered());
  }

  @Test
  void itIsExplained() {
    var plugin = plugin("p").request(edit().set("/a", header("x-a")));
    var ways = Explanation.of(settings -> plugin).request().get().all().get();
    assertEquals("edit JSON of request body: set /a to header x-a", edit().set("/a", header("x-a")).describe());
    assertEquals(true, ways.exists(way -> way.outcome().equals("answers 400")
        && way.decisions().last().equals("the request body is no JSON")), ways.toString());
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> edit().set("a", "v"));
    assertThrows(IllegalArgumentException.class, () -> edit().set("/~", "v"));
    assertThrows(IllegalArgumentException.class, () -> edit().set("/a", (String) null));
    assertThrows(IllegalArgumentException.class, () -> edit().set("/a", path().is("/")));
    assertThrows(IllegalArgumentException.class, () -> edit().setJson("/a", "{"));
    assertThrows(IllegalArgumentException.class, () -> edit().remove(""));
    assertThrows(IllegalArgumentException.class, () -> edit().rename("", "a"));
    assertThrows(IllegalArgumentException.class, () -> editBody(null));
  }
}
