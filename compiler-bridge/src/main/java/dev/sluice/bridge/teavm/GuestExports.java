package dev.sluice.bridge.teavm;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.abi.event.HostCallbacks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.AnnotationReader;
import org.teavm.model.AnnotationValue;
import org.teavm.model.ClassReader;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodReader;
import org.teavm.model.MethodReference;

/**
 * Which callbacks the module exports: exactly those that reachable code {@link Needs}. TeaVM's dependency analysis
 * reports every method that the plugin can reach at all; whenever one of them carries the annotation, the export's
 * method becomes an entry point of the analysis itself, which may reach more.
 */
final class GuestExports extends AbstractDependencyListener {
  private final Map<Callback, MethodReference> needed =
      Collections.synchronizedMap(new EnumMap<>(Callback.class));
  private final boolean overridden;

  /**
   * Makes the exports for a plugin.
   *
   * @param overridden export also what a class of {@link HostCallbacks} overrides: a plugin against the ABI alone says
   *     by that what it wants to be called for
   */
  GuestExports(boolean overridden) {
    this.overridden = overridden;
  }

  @Override
  public void classReached(DependencyAgent agent, String className) {
    ClassReader cls = agent.getClassSource().get(className);
    if (!overridden
        || cls == null
        || cls.hasModifier(ElementModifier.INTERFACE)
        || !agent.getClassHierarchy().isSuperType(HostCallbacks.class.getName(), className, false)) {
      return;
    }
    for (Callback callback : Callback.values()) {
      String name = GuestNames.exportMethod(callback);
      if (cls.getMethods().stream().anyMatch(method -> method.getName().equals(name))) {
        need(agent, callback);
      }
    }
  }

  @Override
  public void started(DependencyAgent agent) {
    agent.linkMethod(GuestNames.INITIALIZE).use();
    agent.linkMethod(GuestNames.ABI_VERSION).use();
    agent.linkMethod(GuestNames.ALLOCATE).use();
    RecursionGuard.methods().forEach(method -> agent.linkMethod(method).use());
    if (!overridden) {
      need(agent, Callback.CONFIGURE);
    }
  }

  @Override
  public void methodReached(DependencyAgent agent, MethodDependency dependency) {
    MethodReader method = dependency.getMethod();
    if (method == null) {
      return;
    }
    AnnotationReader needs = method.getAnnotations().get(Needs.class.getName());
    if (needs != null) {
      for (AnnotationValue value : needs.getValue("value").getList()) {
        need(agent, Callback.valueOf(value.getEnumValue().getFieldName()));
      }
    }
  }

  private void need(DependencyAgent agent, Callback callback) {
    if (needed.containsKey(callback)) {
      return;
    }
    MethodReference export = exportMethod(agent, callback);
    needed.put(callback, export);
    agent.linkMethod(export).use();
  }

  private static MethodReference exportMethod(DependencyAgent agent, Callback callback) {
    String name = GuestNames.exportMethod(callback);
    for (String exports : GuestNames.CALLBACK_EXPORTS) {
      for (MethodReader method : agent.getClassSource().get(exports).getMethods()) {
        if (method.hasModifier(ElementModifier.STATIC) && method.getName().equals(name)) {
          return method.getReference();
        }
      }
    }
    throw new IllegalStateException("no export takes " + callback);
  }

  /** The callbacks found and the guest's methods that take them. */
  Map<Callback, MethodReference> needed() {
    return Map.copyOf(needed);
  }
}
