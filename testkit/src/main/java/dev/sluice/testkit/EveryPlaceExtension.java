package dev.sluice.testkit;

import io.vavr.collection.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
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
    Setup setup = Setup.of(context.getRequiredTestMethod(), context.getRequiredTestClass());
    EnvoyTally tally = EnvoyTally.of(context);
    Vector<Place.Kind> kinds =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), EveryPlace.class)
            .map(annotation -> Vector.of(annotation.in()))
            .orElseThrow();
    return Places.selected()
        .filter(place -> kinds.contains(place.kind()))
        .toJavaStream()
        .map(place -> new Invocation(place, setup, tally));
  }

  /** Where this run leaves out the places of a test; the tally says which there were. */
  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  /** Runners live as long as the test class. */
  private static PluginUnderTest running(Place place, Setup setup, ExtensionContext test) {
    ExtensionContext context = test;
    while (context.getTestMethod().isPresent()) {
      context = context.getParent().orElseThrow();
    }
    Key key = new Key(place, setup);
    PlaceRunner runner =
        context
            .getStore(SPACE)
            .getOrComputeIfAbsent(key, absent -> Runners.start(place, setup), PlaceRunner.class);
    runner.begin();
    return new PluginUnderTest(place, runner).upstream(request -> PluginUnderTest.UPSTREAM);
  }

  private record Key(Place place, Setup setup) {}

  private record Invocation(Place place, Setup setup, EnvoyTally tally)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return place.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      Extension argument = new Argument<>(PluginUnderTest.class, context -> running(place, setup, context));
      Extension note = new FailureNote(place);
      return place.isEnvoy()
          ? List.of(argument, note, tally.counting(place.version()))
          : List.of(argument, note);
    }
  }
}
