package dev.sluice.data.json;

import static dev.sluice.data.json.JsonTest.json;
import static dev.sluice.data.json.JsonTest.pointer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class JsonEditTest {
  private static final String TEXT =
      " { \"a\" : 1.00 ,\n\"b\":[ 1 , [] ,{\"c\" : \"\\u0064\"} ], \"e\":{ } , \"f\" : [ ] } ";

  private static String set(String place) {
    return JsonEdit.set(json(TEXT), pointer(place), json(" 9 ")).map(value -> value.text().utf8()).getOrElse("none");
  }

  private static String add(String place) {
    return JsonEdit.add(json(TEXT), pointer(place), json("9")).map(value -> value.text().utf8()).getOrElse("none");
  }

  private static String remove(String place) {
    return JsonEdit.remove(json(TEXT), pointer(place)).map(value -> value.text().utf8()).getOrElse("none");
  }

  @Test
  void setLeavesAllOtherBytesAlone() {
    assertEquals(TEXT.replace("1.00", "9"), set("/a"));
    assertEquals(TEXT.replace("[]", "9"), set("/b/1"));
    assertEquals(TEXT.replace("\"\\u0064\"}", "\"\\u0064\",\"x\\\"/\":9}"), set("/b/2/x\"~1"));
    assertEquals(TEXT.replace("{ }", "{\"x\":9 }"), set("/e/x"));
    assertEquals(TEXT.replace("[ ] }", "[9 ] }"), set("/f/-"));
    assertEquals(TEXT.replace("\"}", "\"},9").replace("\"},9 ]", "\"},9 ]"), set("/b/-"));
    assertEquals(" 9 ", set(""));
    for (String nowhere : new String[] {"/b/3", "/b/x", "/a/x", "/x/y", "/f/0"}) {
      assertEquals("none", set(nowhere), nowhere);
    }
  }

  @Test
  void addPutsElementsBefore() {
    assertEquals(TEXT.replace("[ 1", "[ 9,1"), add("/b/0"));
    assertEquals(TEXT.replace("[] ,", "9,[] ,"), add("/b/1"));
    assertEquals(TEXT.replace("\"}", "\"},9"), add("/b/3"));
    assertEquals(TEXT.replace("[ ] }", "[9 ] }"), add("/f/0"));
    assertEquals(TEXT.replace("1.00", "9"), add("/a"));
    for (String nowhere : new String[] {"/b/4", "/b/x", "/f/1", "/b/01"}) {
      assertEquals("none", add(nowhere), nowhere);
    }
  }

  @Test
  void removeTakesTheCommaAlong() {
    assertEquals(TEXT.replace("\"a\" : 1.00 ,\n", ""), remove("/a"));
    assertEquals(TEXT.replace(" , \"f\" : [ ]", ""), remove("/f"));
    assertEquals(TEXT.replace(" , []", ""), remove("/b/1"));
    assertEquals(TEXT.replace("\"c\" : \"\\u0064\"", ""), remove("/b/2/c"));
    for (String nowhere : new String[] {"", "/x", "/b/3", "/b/-", "/a/x", "/e/x"}) {
      assertEquals("none", remove(nowhere), nowhere);
    }
    assertEquals("{\"b\":2}",
        JsonEdit.remove(json("{\"a\":1,\"a\":1,\"b\":2,\"a\":3}"), pointer("/a")).get().toString());
  }

  @Test
  void putMakesTheObjectsOnTheWay() {
    assertEquals("{\"x\":{\"y\":{\"z\":1}}}", JsonEdit.put(json("{}"), pointer("/x/y/z"), json("1")).get().toString());
    assertEquals("{\"x\":[{\"y\":1}]}",
        JsonEdit.put(json("{\"x\":[{}]}"), pointer("/x/0/y"), json("1")).get().toString());
    for (String nowhere : new String[] {"/a/x", "/b/3", "/b/3/x", "/b/1/x/y"}) {
      assertTrue(JsonEdit.put(json(TEXT), pointer(nowhere), json("1")).isEmpty(), nowhere);
    }
  }

  @Test
  void namesThatStandTwiceAreAmbiguous() {
    Json twice = json("{\"a\":{\"b\":1},\"a\":2,\"c\":{\"d\":1,\"\\u0064\":2,\"e\":3}}");
    for (String place : new String[] {"/a", "/a/b", "/c/d", "/c/d/x"}) {
      assertTrue(JsonEdit.isAmbiguous(twice, pointer(place)), place);
    }
    for (String place : new String[] {"", "/c", "/c/e", "/x", "/x/y"}) {
      assertFalse(JsonEdit.isAmbiguous(twice, pointer(place)), place);
    }
  }

  /** After any edits the text is JSON, and the place holds what was put there. */
  @Property(tries = 2000)
  void editsGiveJson(@ForAll @IntRange(max = 3) int what, @ForAll @IntRange(max = 3) int more,
      @ForAll @IntRange(max = 9) int first, @ForAll @IntRange(max = 9) int second) {
    String[] places = {"/a", "/b", "/b/0", "/b/1", "/b/2", "/b/2/c", "/e/z", "/f/-", "/f/0", "/b/-"};
    Json document = json(TEXT);
    for (int step = 0; step < 2; step++) {
      JsonPointer place = pointer(places[step == 0 ? first : second]);
      int kind = step == 0 ? what : more;
      Option<Json> edited = kind == 0
          ? JsonEdit.set(document, place, json("{\"n\":[1]}"))
          : kind == 1 ? JsonEdit.add(document, place, json("\"]\""))
              : kind == 2 ? JsonEdit.remove(document, place) : JsonEdit.put(document, place, json("[{}]"));
      if (edited.isDefined()) {
        assertTrue(Json.read(edited.get().text()).isRight(), () -> edited.get().text().utf8());
        document = edited.get();
      }
    }
  }
}
