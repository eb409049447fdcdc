package dev.sluice.testkit;

import io.vavr.collection.Vector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a test runs: its plugins, in order, and the proxy around them. Tests with equal ones share a runner. */
record Setup(Vector<UsePlugin> plugins, UseProxy proxy) {

  /** The proxy of tests that say nothing about it. */
  static final UseProxy STANDARD = Defaults.class.getAnnotation(UseProxy.class);

  @UseProxy
  private static final class Defaults {}

  /** What the method says, or its class, or a class around that. */
  static Setup of(Method method, Class<?> type) {
    Vector<UsePlugin> plugins = nearest(UsePlugin.class, method, type);
    if (plugins.isEmpty()) {
      throw new ExtensionConfigurationException(
          "the test " + type.getName() + "." + method.getName() + " runs in every place, but which plugin? "
              + "Put @UsePlugin(YourPlugin.class) on it or on its class.");
    }
    UseProxy proxy = nearest(UseProxy.class, method, type).headOption().getOrElse(STANDARD);
    if (proxy.http2() && (proxy.tcp() || proxy.workers() > 1)) {
      throw new ExtensionConfigurationException(
          "the test " + type.getName() + "." + method.getName()
              + ": @UseProxy(http2 = true) is for HTTP and one worker");
    }
    return new Setup(plugins, proxy);
  }

  private static <A extends Annotation> Vector<A> nearest(Class<A> kind, Method method, Class<?> type) {
    Vector<A> found = on(method, kind);
    for (Class<?> at = type; found.isEmpty() && at != null; at = at.getEnclosingClass()) {
      found = on(at, kind);
    }
    return found;
  }

  private static <A extends Annotation> Vector<A> on(AnnotatedElement element, Class<A> kind) {
    return Vector.of(element.getAnnotationsByType(kind));
  }

  boolean logsErrors() {
    return plugins.exists(UsePlugin::logsErrors);
  }

  static String name(UsePlugin plugin) {
    return plugin.name().isEmpty() ? plugin.value().getSimpleName() : plugin.name();
  }

  static String vm(UsePlugin plugin) {
    return plugin.vm().isEmpty() ? name(plugin) : plugin.vm();
  }
}
