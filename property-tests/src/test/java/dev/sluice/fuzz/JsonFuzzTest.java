package dev.sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonEdit;
import dev.sluice.data.json.JsonLimits;
import dev.sluice.data.json.JsonMembers;
import dev.sluice.data.json.JsonPointer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** JSON texts, pointers into them, and edits. */
class JsonFuzzTest {
  private static final JsonPointer DEEP = JsonPointer.parse("/a/0/b").get();
  private static final JsonPointer LAST = JsonPointer.parse("/a/-").get();
  private static final Json VALUE = Json.read(Bytes.utf8("[1]")).get();
  private static final int DEPTH = 8;

  @Provide
  Arbitrary<Bytes> texts() {
    return ForeignBytes.around(
        "{ } [ ] [[[[[[[[[[ {\"a\":{\"a\":{\"a\": , : \" \"a\" \"b\" \\u0000 \\ud83d \\ude00 \\n \\x 1 -1 0 1e5 -0.5e-3 9999999999999999999 "
            + "true false null \u00ff \u0000",
        "{\"a\":[{\"b\":\"c\\u00e9\\\"\"},2,true],\"d\":null}", "[1,2.5,-3e2,\"x\",{}]", "\"text\"", " 12 ");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aTextIsReadOrRefusedWithItsPlace(@ForAll("texts") Bytes raw) {
    Json.read(raw)
        .peekLeft(error -> assertTrue(error.offset() >= 0 && error.offset() <= raw.length(), error.toString()))
        .peek(json -> walk(json, 0, raw.length()));
    Json.read(raw, new JsonLimits(DEPTH, 40))
        .peek(json -> assertTrue(raw.length() <= 40 && walk(json, 0, 40) <= DEPTH));
  }

  /** Reads all there is and returns how deep it is. */
  private static int walk(Json json, int depth, int size) {
    assertTrue(json.raw().length() <= size);
    json.string().forEach(text -> assertTrue(text.length() <= size));
    json.number().forEach(text -> assertTrue(text.length() <= size));
    json.integer();
    json.bool();
    assertEquals(json.raw(), Json.read(json.raw()).get().raw());
    int deepest = depth;
    int count = 0;
    for (JsonMembers members = json.members(); members.next(); count++) {
      assertTrue(count < size, "more members than bytes");
      members.name();
      deepest = Math.max(deepest, walk(members.value(), depth + 1, size));
    }
    return deepest;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anEditLeavesSoundJson(@ForAll("texts") Bytes raw) {
    Json.read(raw).peek(json -> {
      json.at(DEEP).forEach(found -> assertTrue(found.raw().length() < raw.length()));
      JsonEdit.set(json, DEEP, VALUE).forEach(edited -> assertEquals("[1]", edited.at(DEEP).get().raw().latin1()));
      JsonEdit.add(json, LAST, VALUE).forEach(JsonFuzzTest::assertSound);
      JsonEdit.remove(json, DEEP).forEach(JsonFuzzTest::assertSound);
    });
  }

  private static void assertSound(Json json) {
    assertTrue(Json.read(json.raw()).isRight(), json.toString());
  }

  @Provide
  Arbitrary<Bytes> pointers() {
    return ForeignBytes.around("/ ~ ~0 ~1 ~2 a 0 - 01 999999999 9999999999 \u00ff", "/a/0/b", "/a~1b/~0", "");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aPointerIsReadOrRefused(@ForAll("pointers") Bytes raw) {
    JsonPointer.parse(raw.latin1()).forEach(pointer -> {
      assertEquals(raw.latin1(), pointer.toString());
      assertTrue(pointer.depth() <= raw.length());
      VALUE.at(pointer);
      JsonEdit.set(VALUE, pointer, VALUE).forEach(JsonFuzzTest::assertSound);
      JsonEdit.remove(VALUE, pointer).forEach(JsonFuzzTest::assertSound);
    });
  }
}
