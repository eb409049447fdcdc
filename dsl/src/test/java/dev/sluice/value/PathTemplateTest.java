package dev.sluice.value;

import static dev.sluice.dsl.Sluice.pathTemplate;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.dsl.Sluice.when;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.holdsInResponse;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.value.text.PathPattern;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  @ParameterizedTest
  @CsvSource({
      "/users/{id}, /users/7, 7", "/users/{id}, /users/7?x=/y, 7", "/users/{id}, /users/7/, ", "/users/{id}, /users/, ",
      "/users/{id}, /users, ", "/users/{id}, /users/7/x, ", "/users/{id}, /Users/7, ", "/users/{id}, /u%73ers/7, 7",
      "/users/{id}, /users/a%2Fb, a/b", "/users/{id}, /users/%2e%2E, ", "/users/{id}, /users/., ",
      "/users/{id}, /users/..., ...",
      "/users/{id}, /users/%zz, %zz", "/{id}/x, /a/x, a", "/{id}/x, //x, ", "/{id}, /, ", "/{id}, *, ",
      "/f/{id...}, /f/a/b%2f/c, a/b%2f/c", "/f/{id...}, /f/, ''", "/f/{id...}, /f, ", "/{id...}, /, ''",
      "/{id...}, /a/../b, a/../b",
      "/a/{x}/{id}, /a/1/2, 2", "/a/{id}/{x...}, /a/1/, 1"
  })
  void matchesAndReads(String template, String target, String expected) {
    FakeHost host = FakeHost.get(target);
    assertEquals(Option.of(expected), read(host, pathTemplate(template).parameter("id")));
    assertEquals(expected != null, holds(host, pathTemplate(template)));
    assertEquals(expected != null, holdsInResponse(host, pathTemplate(template)));
    assertEquals(Option.of(expected), readInResponse(host, pathTemplate(template).parameter("id")));
  }

  @ParameterizedTest
  @CsvSource({"/, /, true", "/, /a, false", "/a/b, /a/b, true", "/a/b, /a/b/, false", "/a/, /a/, true",
      "/a/, /a, false"})
  void templatesWithoutParameters(String template, String target, boolean expected) {
    assertEquals(expected, holds(FakeHost.get(target), pathTemplate(template)));
  }

  @Test
  void aStepUsesBoth() {
    FakeHost host = FakeHost.get("/users/7");
    PathTemplate user = pathTemplate("/users/{id}");
    Plugins.request(host, when(user).setHeader("x-user", user.parameter("id")),
        setHeader("x-two", user.parameter("id")));
    assertEquals(List.of("7"), host.requestHeader("x-user"));
    assertEquals(List.of("proxy_get_header_map_value :path", "proxy_replace_header_map_value x-user",
        "proxy_replace_header_map_value x-two"), host.calls());
  }

  @Test
  void aRequestWithoutPathHasNoForm() {
    assertTrue(holds(new FakeHost().request(":method", "CONNECT"), pathTemplate("/{id...}").not()));
  }

  @Property
  void anyPathMatchesOrNot(
      @ForAll @Chars({'/', 'a', '%', '2', 'F', '.', '\u00ff'}) @StringLength(max = 12) String path) {
    PathPattern pattern = PathPattern.parse("/a/{x}/{rest...}");
    Bytes bytes = Bytes.latin1(path);
    Bytes parameter = pattern.parameter(bytes, 1);
    assertEquals(pattern.accepts(bytes), parameter != null);
    assertTrue(parameter == null || !parameter.isEmpty() && path.startsWith("/") && path.split("/", 4).length == 4);
  }

  @Test
  void aPathOfAnyLength() {
    assertTrue(holds(FakeHost.get("/".repeat(1 << 16)), pathTemplate("/{a}/{b}").not()));
    assertTrue(holds(FakeHost.get("/a/" + "/".repeat(1 << 16)), pathTemplate("/{a}/{b...}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "users", "/{", "/}", "/{}", "/{...}", "/a{id}", "/{id}b", "/{a}/{a}", "/{a...}/b", "/{a{b}}"})
  void badTemplatesAreRefused(String template) {
    assertThrows(IllegalArgumentException.class, () -> pathTemplate(template));
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> pathTemplate(null));
    assertEquals("parameter: /users/{id} has no parameter named \"name\"",
        assertThrows(IllegalArgumentException.class, () -> pathTemplate("/users/{id}").parameter("name")).getMessage());
    assertEquals("pathTemplate: \"users\" is no template: a path begins with a slash",
        assertThrows(IllegalArgumentException.class, () -> pathTemplate("users")).getMessage());
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("path is like /users/{id}", pathTemplate("/users/{id}").describe());
    assertEquals("path parameter id", pathTemplate("/users/{id}").parameter("id").describe());
  }
}
