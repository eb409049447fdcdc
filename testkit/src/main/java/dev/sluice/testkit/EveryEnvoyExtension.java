package dev.sluice.testkit;

import dev.sluice.testkit.envoy.EnvoyBinary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test with each Envoy. */
final class EveryEnvoyExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  /** Where this run leaves out Envoy, which a build server refuses; the tally says so then. */
  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
    EnvoyTally tally = EnvoyTally.of(context);
    return Places.selected()
        .filter(Place::isEnvoy)
        .toJavaStream()
        .map(place -> new Invocation(place, tally));
  }

  private record Invocation(Place place, EnvoyTally tally) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return place.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(
          new Argument<>(EnvoyBinary.class, context -> EnvoyBinary.of(place.version())),
          tally.counting(place.version()),
          new FailureNote(place));
    }
  }
}
