package dev.sluice.rules;

import static dev.sluice.dsl.Sluice.allOf;
import static dev.sluice.dsl.Sluice.anyOf;
import static dev.sluice.dsl.Sluice.clusterName;
import static dev.sluice.dsl.Sluice.headerValues;
import static dev.sluice.dsl.Sluice.host;
import static dev.sluice.dsl.Sluice.method;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.routeName;

import dev.sluice.dsl.Sluice;
import dev.sluice.value.Condition;
import dev.sluice.value.ListValue;
import dev.sluice.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a {@link Match} asks of a request, in the words of the language. */
final class Questions {
  /** {@code outbound|9080||reviews.default.svc.cluster.local}: direction, port, subset and host. */
  private static final String CLUSTER_PARTS = "|";
  private static final int PARTS = 4;
  private static final int PORT = 1;
  private static final int HOST = 3;

  private final List<Condition> all = new ArrayList<>();

  /** At least one of these, if there are any. */
  Questions add(List<String> values, Function<String, Condition> question) {
    Condition[] any = new Condition[values.size()];
    for (int i = 0; i < any.length; i++) {
      any[i] = question.apply(values.get(i));
    }
    if (any.length > 0) {
      all.add(any.length == 1 ? any[0] : anyOf(any));
    }
    return this;
  }

  /** Each of these. */
  Questions add(Map<String, HeaderMatch> headers) {
    for (Map.Entry<String, HeaderMatch> header : headers.entrySet()) {
      all.add(header.getValue().condition(headerValues(header.getKey())));
    }
    return this;
  }

  /** The first ones are asked first. */
  Condition all() {
    return all.size() == 1 ? all.get(0) : allOf(all.toArray(new Condition[0]));
  }

  static Condition host(String pattern) {
    TextValue host = Sluice.host().ignoringCase();
    if (pattern.equals("*")) {
      return host.present();
    }
    if (pattern.startsWith("*")) {
      String end = pattern.substring(1);
      return host.endsWith(end).or(host.endsWith(end + "."));
    }
    return pattern.endsWith("*")
        ? host.startsWith(pattern.substring(0, pattern.length() - 1))
        : host.in(pattern, pattern + ".");
  }

  static Condition path(String path) {
    return Sluice.path().is(path);
  }

  static Condition pathPrefix(String prefix) {
    return prefix.equals("/")
        ? Sluice.path().startsWith(prefix)
        : Sluice.path().is(prefix).or(Sluice.path().startsWith(prefix + "/"));
  }

  static Condition pathTemplate(String template) {
    return Sluice.pathTemplate(template);
  }

  static Condition method(String method) {
    return Sluice.method().is(method);
  }

  static Condition routeName(String name) {
    return Sluice.routeName().is(name);
  }

  static Condition routeNamePrefix(String prefix) {
    return Sluice.routeName().startsWith(prefix);
  }

  static Condition service(String service) {
    ListValue parts = clusterName().split(CLUSTER_PARTS);
    int colon = service.lastIndexOf(':');
    Condition host = parts.at(HOST).is(colon < 0 ? service : service.substring(0, colon));
    Condition named = parts.count().is(PARTS).and(host);
    return colon < 0 ? named : named.and(parts.at(PORT).is(service.substring(colon + 1)));
  }
}
