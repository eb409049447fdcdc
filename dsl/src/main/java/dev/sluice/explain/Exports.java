package dev.sluice.explain;

import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.dsl.Plugin;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.plan.Program;
import dev.sluice.plan.RootPlan;
import dev.sluice.step.CallLimits;
import io.vavr.collection.List;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * The callbacks that a plugin needs, by the {@link Needs} of what it is made of and of what its programs ask of the
 * engine. The compiler goes by all that its code could reach, with whatever settings: never by less.
 */
final class Exports {
  private static final String ENGINE = "dev.sluice.engine.Streams";

  private final Set<Callback> needed = EnumSet.of(Callback.CONFIGURE);

  private Exports() {}

  static List<Callback> of(Plugin plugin, PipelinePlan plan, Set<String> asked, boolean readsSettings) {
    Exports exports = new Exports();
    exports.parts(plugin);
    if (plan.request() != null) {
      exports.needed.add(Callback.REQUEST_HEADERS);
    }
    if (plan.response() != null) {
      exports.needed.add(Callback.RESPONSE_HEADERS);
    }
    if (plan.log() != null) {
      exports.needed.add(Callback.LOG);
    }
    asked.forEach(method -> exports.needs(ENGINE, method));
    if (plan.account() != null) {
      exports.needs(ENGINE, "note");
    }
    if (holds(plan)) {
      exports.needs(ENGINE, "park");
    }
    if (readsSettings) {
      exports.needs("dev.sluice.dsl.Settings", "raw");
    }
    return List.ofAll(exports.needed);
  }

  private static boolean holds(PipelinePlan plan) {
    List<Program> programs = List.of(plan.request(), plan.response());
    for (RootPlan root : plan.roots()) {
      programs = programs.append(root.program());
    }
    if (plan.connections() != null) {
      programs = programs.append(plan.connections().connect());
    }
    return programs.exists(program -> program != null && program.suspension() != null);
  }

  /** What the records say that a plugin is made of. */
  private void parts(Plugin plugin) {
    Deque<Object> open = new ArrayDeque<>(plugin.parts());
    plugin.filter().requestParts().forEach(open::addAll);
    plugin.filter().responseParts().forEach(open::addAll);
    plugin.filter().logParts().forEach(open::addAll);
    while (!open.isEmpty()) {
      Object part = open.pop();
      for (Constructor<?> constructor : part.getClass().getDeclaredConstructors()) {
        add(constructor.getAnnotation(Needs.class));
      }
      if (part instanceof CallLimits limits && limits.pause().isDefined()) {
        needs(ENGINE, "wake");
      }
      Records.parts(part).forEach(open::push);
    }
  }

  private void needs(String type, String method) {
    try {
      for (Method one : Class.forName(type).getDeclaredMethods()) {
        if (one.getName().equals(method)) {
          add(one.getAnnotation(Needs.class));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the engine has no " + type, e);
    }
  }

  private void add(Needs needs) {
    if (needs != null) {
      needed.addAll(java.util.List.of(needs.value()));
    }
  }
}
