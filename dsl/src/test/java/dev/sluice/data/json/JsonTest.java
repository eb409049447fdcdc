package dev.sluice.data.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class JsonTest {
  private static final TypeAdapter<JsonElement> GSON = new Gson().getAdapter(JsonElement.class);

  static Json json(String text) {
    return Json.read(Bytes.utf8(text)).get();
  }

  static JsonPointer pointer(String text) {
    return JsonPointer.parse(text).get();
  }

  private static boolean isValid(String text) {
    return Json.read(Bytes.utf8(text)).isRight();
  }

  private static boolean gsonTakes(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      StringBuilder read = new StringBuilder();
      while (true) {
        switch (reader.peek()) {
          case BEGIN_ARRAY -> reader.beginArray();
          case END_ARRAY -> reader.endArray();
          case BEGIN_OBJECT -> reader.beginObject();
          case END_OBJECT -> reader.endObject();
          case NAME -> read.append(reader.nextName());
          case STRING, NUMBER -> read.append(reader.nextString());
          case BOOLEAN -> read.append(reader.nextBoolean());
          case NULL -> reader.nextNull();
          case END_DOCUMENT -> {
            return true;
          }
        }
      }
    } catch (IOException | IllegalStateException | NumberFormatException refused) {
      return false;
    }
  }

  @Property(tries = 20000)
  void whatIsValidIsWhatGsonTakes(@ForAll @StringLength(max = 9) @Chars({'{', '}', '[', ']', ',', ':', '"', '1', '0',
      '-', '.', 'e', '+', ' ', '\\', 'n', 'u', 'l'}) String text) {
    assertEquals(gsonTakes(text), isValid(text), text);
  }

  @Property(tries = 2000)
  void aTextWithOneByteChangedIsWhatGsonTakes(
      @ForAll @IntRange(max = 70) int place, @ForAll @Chars({'{', '}', '[', ']', ',', ':', '"', '1', '0', '-', '.', 'e',
          ' ', '\\', 'n', '\n', '\t', '\u0001', 'x'}) char changed) {
    StringBuilder text =
        new StringBuilder("{\"a\":[1,-0.5e+3,true,null,{}],\"b\\u00e9\\n\":{\"c\":[[],\"x\"]}, \"d\" : 0}");
    text.setCharAt(place % text.length(), changed);
    assertEquals(gsonTakes(text.toString()), isValid(text.toString()), text.toString());
  }

  @Property(tries = 2000)
  void bytesInAStringAreUtf8(@ForAll @Size(max = 4) byte[] inside) {
    byte[] text = new byte[inside.length + 2];
    text[0] = '"';
    text[text.length - 1] = '"';
    for (int i = 0; i < inside.length; i++) {
      byte b = inside[i];
      text[i + 1] = b == '"' || b == '\\' || b >= 0 && b < 0x20 ? (byte) 'x' : b;
    }
    boolean utf8 = true;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
    } catch (CharacterCodingException malformed) {
      utf8 = false;
    }
    assertEquals(utf8, Json.read(Bytes.wrap(text)).isRight());
  }

  @Property(tries = 1000)
  void piecesAreJudgedAsTheWhole(
      @ForAll @StringLength(max = 12) @Chars({'[', ']', ',', '"', '1', 'é', '\\', 'n'}) String text,
      @ForAll @IntRange(max = 12) int cut) {
    Bytes whole = Bytes.utf8(text);
    int at = Math.min(cut, whole.length());
    JsonValidator once = new JsonValidator(JsonLimits.DEFAULT);
    JsonValidator twice = new JsonValidator(JsonLimits.DEFAULT);
    once.feed(whole);
    twice.feed(whole.slice(0, at));
    twice.feed(whole.slice(at, whole.length()));
    assertEquals(once.end(), twice.end());
  }

  @Property
  void stringsAreWhatGsonReadsAndWrites(@ForAll @StringLength(max = 12) String text) {
    String clean = Bytes.utf8(text).utf8();
    assertEquals(Option.some(clean), json(new Gson().toJson(clean)).string());
    String ours = JsonWriter.string(clean).toString();
    assertEquals(Option.some(clean), json(ours).string());
    assertEquals(new JsonPrimitive(clean), new Gson().fromJson(ours, JsonElement.class));
  }

  @Test
  void limitsAreKept() {
    JsonLimits limits = new JsonLimits(3, 10);
    assertTrue(Json.read(Bytes.utf8("[[[1]]]"), limits).isRight());
    assertEquals(new JsonError(3, "deeper than allowed"), Json.read(Bytes.utf8("[[[[1]]]]"), limits).getLeft());
    assertTrue(Json.read(Bytes.utf8("1234567890"), limits).isRight());
    assertEquals(new JsonError(10, "larger than allowed"), Json.read(Bytes.utf8("12345678901"), limits).getLeft());
    assertEquals(new JsonError(64, "deeper than allowed"), Json.read(Bytes.utf8("[".repeat(1_000_000))).getLeft());
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertTrue(Json.read(Bytes.utf8(deep), new JsonLimits(100_000, 1 << 20)).isRight());
    assertEquals(new JsonError(2, "a digit was expected"), Json.read(Bytes.utf8("-x"))
        .mapLeft(
            error -> new JsonError(error.offset() + 1, error.reason()))
        .getLeft());
    assertEquals(new JsonError(1, "ends too early"), Json.read(Bytes.utf8("[")).getLeft());
  }

  /** The examples of RFC 6901 section 5. */
  @Test
  void pointersLeadWhereTheRfcSays() {
    Json document = json("{\"foo\": [\"bar\", \"baz\"],\"\": 0,\"a/b\": 1,\"c%d\": 2,\"e^f\": 3,\"g|h\": 4,"
        + "\"i\\\\j\": 5,\"k\\\"l\": 6,\" \": 7,\"m~n\": 8}");
    String[] places = {"/foo", "/foo/0", "/", "/a~1b", "/c%d", "/e^f", "/g|h", "/i\\j", "/k\"l", "/ ", "/m~0n"};
    String[] values = {"[\"bar\", \"baz\"]", "\"bar\"", "0", "1", "2", "3", "4", "5", "6", "7", "8"};
    for (int i = 0; i < places.length; i++) {
      assertEquals(Option.some(values[i]), document.at(pointer(places[i])).map(Json::toString), places[i]);
    }
    assertEquals(document.toString(), document.at(pointer("")).get().toString());
    for (String nowhere : new String[] {"/bar", "/foo/2", "/foo/-", "/foo/00", "/foo/0/0", "//x", "/foo/x", "/fo"}) {
      assertEquals(Option.none(), document.at(pointer(nowhere)), nowhere);
    }
    for (String malformed : new String[] {"foo", "/~", "/~2", "/a~"}) {
      assertEquals(Option.none(), JsonPointer.parse(malformed), malformed);
    }
  }

  @Test
  void ofAMemberThatIsThereTwiceTheLastOneCounts() {
    Json document = json("{\"a\":1,\"\\u0061\":2}");
    assertEquals(Option.some(2L), document.at(pointer("/a")).flatMap(Json::integer));
    assertEquals("{\"a\":1,\"\\u0061\":3}", JsonEdit.set(document, pointer("/a"), json("3")).get().toString());
    assertEquals("{}", JsonEdit.remove(document, pointer("/a")).get().toString());
  }

  @Test
  void valuesAreReadByKind() {
    assertEquals(Option.some("1.10e+400"), json(" 1.10e+400 ").number());
    assertEquals(Option.some(Long.MIN_VALUE), json("-9223372036854775808").integer());
    assertEquals(Option.some(Long.MAX_VALUE), json("9223372036854775807").integer());
    for (String none : new String[] {"9223372036854775808", "-9223372036854775809", "1.0", "1e2", "\"1\"", "null",
        "99999999999999999999"}) {
      assertEquals(Option.none(), json(none).integer(), none);
    }
    assertEquals(Option.some(true), json("true").bool());
    assertEquals(Option.none(), json("null").bool());
    assertEquals(JsonKind.NULL, json("null").kind());
    assertEquals(Option.some("\ud83d\ude00\ufffd\ufffdx"), json("\"\\ud83d\\uDE00\\ud83d\\ud83dx\"").string());
    assertEquals(Option.some("\ufffdA\b/"), json("\"\\ud800\\u0041\\b\\/\"").string());
    assertFalse(isValid("\ufeff1"));
  }

  @Test
  void membersComeOneByOne() {
    JsonMembers members = json(" { \"a\" : [ 1 , {} ] , \"b\\n\":\"}\" } ").members();
    assertTrue(members.next());
    assertEquals("a [ 1 , {} ]", members.name().get() + " " + members.value());
    assertTrue(members.next());
    assertEquals("b\n \"}\"", members.name().get() + " " + members.value());
    assertFalse(members.next());
    assertFalse(members.next());
    assertFalse(json("1").members().next());
  }

  @Test
  void theWriterPutsCommasAndEscapes() throws IOException {
    JsonWriter writer = new JsonWriter().beginObject()
        .name("a\"\u0001\u007f")
        .beginArray()
        .value(Long.MIN_VALUE)
        .value(true)
        .nullValue()
        .value("x\ny")
        .beginObject()
        .endObject()
        .value(json("[ 1 ]"))
        .endArray()
        .name("b")
        .value(0)
        .endObject();
    String expected = "{\"a\\\"\\u0001\\u007f\":[-9223372036854775808,true,null,\"x\\u000ay\",{},[ 1 ]],\"b\":0}";
    assertEquals(expected, writer.bytes().utf8());
    assertTrue(GSON.fromJson(expected).isJsonObject());
  }
}
