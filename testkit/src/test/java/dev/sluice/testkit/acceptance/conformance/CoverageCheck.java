package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.PluginUnderTest;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** After a test with {@link Covers}: were the functions really called in this place? */
final class CoverageCheck implements InvocationInterceptor {
  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
      throws Throwable {
    invocation.proceed();
    PluginUnderTest plugin = (PluginUnderTest) call.getArguments().getFirst();
    Set<String> called = plugin.called();
    Vector<String> missed =
        Vector.of(call.getExecutable().getAnnotation(Covers.class).value())
            .filter(name -> !called.contains(name) && AbiFunctions.lacking(name, plugin.place().kind()).isEmpty());
    assertTrue(missed.isEmpty(), () -> "not called in " + plugin.place() + ": " + missed.mkString(", "));
  }
}
