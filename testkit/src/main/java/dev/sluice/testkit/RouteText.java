package dev.sluice.testkit;

import io.vavr.collection.Vector;

/** A text in the metadata of the route, see {@link UseProxy#routeMetadata}. */
record RouteText(String namespace, String name, String value) {
  static Vector<RouteText> all(UseProxy proxy) {
    return Vector.of(proxy.routeMetadata()).map(RouteText::parse);
  }

  private static RouteText parse(String text) {
    int slash = text.indexOf('/');
    int equals = text.indexOf('=');
    if (slash < 1 || equals < slash) {
      throw new IllegalArgumentException("route metadata '" + text + "' is not of the form namespace/name=text");
    }
    return new RouteText(text.substring(0, slash), text.substring(slash + 1, equals), text.substring(equals + 1));
  }
}
