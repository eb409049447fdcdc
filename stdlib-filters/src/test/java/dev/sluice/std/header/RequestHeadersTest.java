package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Filter;
import org.junit.jupiter.api.Test;

/** A filter is data: what it consists of is what it does, and dsl's tests say what that is. */
class RequestHeadersTest {
  @Test
  void editsAreMadeInTheOrderOfWriting() {
    assertEquals(
        request(removeHeader("x-a"), removeHeader("x-b"), setHeader("x-a", "1"), addHeader("x-a", "2"),
            setHeader("x-c", header("x-d")), addHeader("x-c", path())),
        RequestHeaders.edit()
            .remove("x-a", "X-B")
            .set("x-a", "1")
            .add("x-a", "2")
            .set("x-c", header("x-d"))
            .add("x-c", path())
            .filter());
  }

  @Test
  void noEditsAreNoFilter() {
    assertEquals(Filter.none(), RequestHeaders.edit().filter());
    assertEquals(Filter.none(), RequestHeaders.edit().remove().filter());
  }

  @Test
  void editsAreValues() {
    RequestHeaders one = RequestHeaders.edit().set("x-a", "1");
    one.set("x-b", "2");
    assertEquals(request(setHeader("x-a", "1")), one.filter());
    assertEquals(Filter.none(), RequestHeaders.edit().filter());
  }

  @Test
  void badArgumentsAreRefusedWhereTheyAreWritten() {
    assertThrows(IllegalArgumentException.class, () -> RequestHeaders.edit().set("a b", "1"));
    assertThrows(IllegalArgumentException.class, () -> RequestHeaders.edit().set("a", "1\r\nb: 2"));
    assertThrows(IllegalArgumentException.class, () -> RequestHeaders.edit().add("a", (String) null));
    assertThrows(IllegalArgumentException.class, () -> RequestHeaders.edit().remove("a", ""));
  }
}
