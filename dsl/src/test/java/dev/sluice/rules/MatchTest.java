package dev.sluice.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.MapType;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.dsl.SettingsError;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each part of a match says of a request. Single quotes stand for double ones. */
class MatchTest {
  private static Validation<Seq<SettingsError>, Match> read(String json) {
    return Match.DECODER.decode(Bytes.utf8(json.replace('\'', '"')));
  }

  private static void matches(boolean wanted, String json, FakeHost host) {
    Validation<Seq<SettingsError>, Match> match = read(json);
    assertTrue(match.isValid(), () -> json + ": " + match.getError());
    assertEquals(wanted, Plugins.holds(host, match.get().condition()), json);
  }

  private static FakeHost at(String authority) {
    FakeHost host = FakeHost.get("/");
    host.replace(MapType.REQUEST_HEADERS, Bytes.utf8(":authority"), Bytes.utf8(authority));
    return host;
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      example.com,   example.com,          true
      example.com,   EXAMPLE.com:8080,     true
      Example.COM,   example.com.,         true
      example.com,   example.com.:80,      true
      example.com,   www.example.com,      false
      example.com,   example.com.evil,     false
      *.example.com, www.example.com,      true
      *.example.com, a.b.example.com:443,  true
      *.example.com, www.example.com.,     true
      *.example.com, example.com,          false
      *.example.com, wwwexample.com,       false
      *.example.com, www.example.com.evil, false
      example.*,     example.com,          true
      example.*,     example.co.uk:80,     true
      example.*,     www.example.com,      false
      example.*,     examples.com,         false
      *,             anything,             true
      [::1],         [::1]:80,             true
      """)
  void hosts(String pattern, String authority, boolean wanted) {
    matches(wanted, "{'host': '" + pattern + "'}", at(authority));
    matches(true, "{'host': ['no.such.host', '" + (wanted ? pattern : "*") + "']}", at(authority));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      path,         /a/b,          /a/b,         true
      path,         /a/b,          /a/b?c=d,     true
      path,         /a/b,          /a/b/,        false
      path,         /a/b,          /A/b,         false
      path,         /a/b,          /a/%62,       false
      pathPrefix,   /api,          /api,         true
      pathPrefix,   /api,          /api?x,       true
      pathPrefix,   /api,          /api/x,       true
      pathPrefix,   /api/,         /api,         true
      pathPrefix,   /api,          /apix,        false
      pathPrefix,   /api,          /v1/api,      false
      pathPrefix,   /,             /x,           true
      pathTemplate, /users/{id},   /users/7,     true
      pathTemplate, /users/{id},   /users/,      false
      pathTemplate, /users/{id},   /users/7/x,   false
      pathTemplate, /a/{rest...},  /a/b/c,       true
      """)
  void paths(String kind, String pattern, String target, boolean wanted) {
    matches(wanted, "{'" + kind + "': '" + pattern + "'}", FakeHost.get(target));
  }

  @Test
  void methods() {
    matches(true, "{'methods': ['POST', 'GET']}", FakeHost.get("/"));
    matches(false, "{'methods': 'POST'}", FakeHost.get("/"));
  }

  @Test
  void headers() {
    FakeHost host = FakeHost.get("/").request("x-env", "live").request("x-env", "canary-2");
    for (String yes : List.of("'canary-2'", "'live'", "{'present': true}", "{'prefix': 'can'}", "{'suffix': '-2'}",
        "{'contains': 'iv'}")) {
      matches(true, "{'headers': {'X-Env': " + yes + "}}", host);
    }
    for (String no : List.of("'canary'", "'Live'", "{'present': false}", "{'prefix': 'ary'}", "{'suffix': 'ary'}",
        "{'contains': 'x'}")) {
      matches(false, "{'headers': {'x-env': " + no + "}}", host);
    }
    matches(true, "{'headers': {'x-other': {'present': false}}}", host);
    matches(false, "{'headers': {'x-env': 'live', 'x-other': 'a'}}", host);
  }

  @Test
  void routesAndServices() {
    FakeHost host = FakeHost.get("/")
        .property(PropertyPath.of("xds", "route_name"), "internal-a")
        .property(PropertyPath.of("xds", "cluster_name"), "outbound|9080|v1|reviews.default.svc.cluster.local");
    matches(true, "{'routeName': ['b', 'internal-a']}", host);
    matches(false, "{'routeName': 'internal'}", host);
    matches(true, "{'routeNamePrefix': 'internal-'}", host);
    matches(false, "{'routeNamePrefix': 'external-'}", host);
    matches(true, "{'service': 'reviews.default.svc.cluster.local'}", host);
    matches(true, "{'service': 'reviews.default.svc.cluster.local:9080'}", host);
    matches(false, "{'service': 'reviews.default.svc.cluster.local:80'}", host);
    matches(false, "{'service': 'reviews'}", host);
    matches(false, "{'service': 'reviews.default.svc.cluster.local'}",
        FakeHost.get("/").property(PropertyPath.of("xds", "cluster_name"), "reviews.default.svc.cluster.local"));
  }

  @Test
  void allPartsHaveToHold() {
    matches(true, "{'host': 'example.test', 'pathPrefix': '/api', 'methods': 'GET'}", FakeHost.get("/api/x"));
    matches(false, "{'host': 'example.test', 'pathPrefix': '/api', 'methods': 'PUT'}", FakeHost.get("/api/x"));
    matches(false, "{'host': 'example.org', 'pathPrefix': '/api', 'methods': 'GET'}", FakeHost.get("/api/x"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {'host': 'a:80'}           | /host: 'a:80' is not a host such as 'example.com', '*.example.com' or '*'
      {'host': 'a*b'}            | /host: 'a*b' is not a host such as 'example.com', '*.example.com' or '*'
      {'host': '*a'}             | /host: '*a' is not a host such as 'example.com', '*.example.com' or '*'
      {'host': '*.'}             | /host: '*.' is not a host such as 'example.com', '*.example.com' or '*'
      {'host': '*.a.*'}          | /host: '*.a.*' is not a host such as 'example.com', '*.example.com' or '*'
      {'host': 'http://a'}       | /host: 'http://a' is not a host such as 'example.com', '*.example.com' or '*'
      {'path': 'a'}              | /path: 'a' is not a path such as '/a/b'
      {'pathPrefix': ['/', '']}  | /pathPrefix/1: '' is not a path such as '/a/b'
      {'pathTemplate': '/{'}     | /pathTemplate: '/{' is not a template of a path, such as '/users/{id}'
      {'methods': ['get']}       | /methods/0: 'get' is not a method such as 'GET'
      {'headers': {'a': {}}}     | /headers/a: give one of 'present', 'prefix', 'suffix' and 'contains'
      {'headers': {'a': 1}}      | /headers/a: 1 is not a string
      {}                         | matches every request; say what to match, or use 'default'
      {'host': []}               | /host: has 0 elements and is not an array of at least 1 element
      {'path': '/', 'pathPrefix': '/'} | has several kinds of paths; give one of 'path', 'pathPrefix' and 'pathTemplate'
      {'hots': 'a'}              | /hots: is no known field; did you mean 'host'?
      """)
  void whatIsRefused(String json, String error) {
    assertEquals(List.of(error), read(json).fold(
        errors -> List.ofAll(errors).map(one -> one.describe().replace('"', '\'')), match -> List.empty()));
  }
}
