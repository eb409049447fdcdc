package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Filter;
import org.junit.jupiter.api.Test;

/** A filter is data: what it consists of is what it does, and dsl's tests say what that is. */
class ResponseHeadersTest {
  @Test
  void editsAreMadeInTheOrderOfWriting() {
    assertEquals(
        response(removeHeader("x-a"), removeHeader("x-b"), setHeader("x-a", "1"), addHeader("x-a", "2"),
            setHeader("x-c", header("x-d")), addHeader("x-c", path())),
        ResponseHeaders.edit()
            .remove("x-a", "X-B")
            .set("x-a", "1")
            .add("x-a", "2")
            .set("x-c", header("x-d"))
            .add("x-c", path())
            .filter());
  }

  @Test
  void noEditsAreNoFilter() {
    assertEquals(Filter.none(), ResponseHeaders.edit().filter());
    assertEquals(Filter.none(), ResponseHeaders.edit().remove().filter());
  }

  @Test
  void editsAreValues() {
    ResponseHeaders one = ResponseHeaders.edit().set("x-a", "1");
    one.set("x-b", "2");
    assertEquals(response(setHeader("x-a", "1")), one.filter());
    assertEquals(Filter.none(), ResponseHeaders.edit().filter());
  }

  @Test
  void badArgumentsAreRefusedWhereTheyAreWritten() {
    assertThrows(IllegalArgumentException.class, () -> ResponseHeaders.edit().set("a b", "1"));
    assertThrows(IllegalArgumentException.class, () -> ResponseHeaders.edit().set("a", "1\r\nb: 2"));
    assertThrows(IllegalArgumentException.class, () -> ResponseHeaders.edit().add("a", (String) null));
    assertThrows(IllegalArgumentException.class, () -> ResponseHeaders.edit().remove("a", ""));
  }
}
