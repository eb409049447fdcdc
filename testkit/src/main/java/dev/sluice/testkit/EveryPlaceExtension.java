package dev.sluice.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test in each place. */
final class EveryPlaceExtension implements TestTemplateInvocationContextProvider {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(EveryPlaceExtension.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
    UsePlugin plugin = plugin(context.getRequiredTestMethod(), context.getRequiredTestClass());
    EnvoyTally tally = EnvoyTally.of(context);
    return Places.selected().toJavaStream().map(place -> new Invocation(place, plugin, tally));
  }

  private static UsePlugin plugin(Method method, Class<?> type) {
    Optional<UsePlugin> found = AnnotationSupport.findAnnotation(method, UsePlugin.class);
    for (Class<?> at = type; found.isEmpty() && at != null; at = at.getEnclosingClass()) {
      found = AnnotationSupport.findAnnotation(at, UsePlugin.class);
    }
    return found.orElseThrow(
        () -> new ExtensionConfigurationException(
            "the test " + type.getName() + "." + method.getName() + " runs in every place, but which plugin? "
                + "Put @UsePlugin(YourPlugin.class) on it or on its class."));
  }

  /** Runners live as long as the test class. */
  private static PluginUnderTest running(Place place, UsePlugin plugin, ExtensionContext test) {
    ExtensionContext context = test;
    while (context.getTestMethod().isPresent()) {
      context = context.getParent().orElseThrow();
    }
    Key key = new Key(place, plugin.value(), plugin.settings(), plugin.logsErrors());
    PlaceRunner runner =
        context
            .getStore(SPACE)
            .getOrComputeIfAbsent(key, absent -> Runners.start(place, plugin), PlaceRunner.class);
    return new PluginUnderTest(place, runner).upstream(request -> PluginUnderTest.UPSTREAM);
  }

  private record Key(Place place, Class<?> plugin, String settings, boolean logsErrors) {}

  private record Invocation(Place place, UsePlugin plugin, EnvoyTally tally)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return place.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      Extension argument = new Argument<>(PluginUnderTest.class, context -> running(place, plugin, context));
      Extension note = new FailureNote(place);
      return place.isEnvoy()
          ? List.of(argument, note, tally.counting(place.version()))
          : List.of(argument, note);
    }
  }
}
