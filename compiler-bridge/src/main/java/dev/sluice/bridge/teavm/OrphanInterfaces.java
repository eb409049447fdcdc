package dev.sluice.bridge.teavm;

import java.util.HashSet;
import java.util.Set;
import org.teavm.model.ClassHolder;
import org.teavm.model.ElementModifier;
import org.teavm.model.ListableClassHolderSource;

/**
 * Cuts interfaces that no class implements off their super-interfaces. No object has such a type, so nothing changes;
 * but TeaVM 0.16.0 fails on them: where a super-interface without methods has been merged into {@code Object}, its
 * virtual table builder takes {@code Object} for an interface and merges it away (seen with Vavr's collections).
 */
final class OrphanInterfaces {
  private final ListableClassHolderSource classes;
  private final Set<String> implemented = new HashSet<>();

  private OrphanInterfaces(ListableClassHolderSource classes) {
    this.classes = classes;
  }

  static void detach(ListableClassHolderSource classes) {
    new OrphanInterfaces(classes).run();
  }

  private void run() {
    for (String name : classes.getClassNames()) {
      ClassHolder cls = classes.get(name);
      if (!cls.hasModifier(ElementModifier.INTERFACE)) {
        markInterfaces(cls);
      }
    }
    for (String name : classes.getClassNames()) {
      ClassHolder cls = classes.get(name);
      if (cls.hasModifier(ElementModifier.INTERFACE) && !implemented.contains(name)) {
        cls.getInterfaces().clear();
      }
    }
  }

  private void markInterfaces(ClassHolder cls) {
    for (String name : cls.getInterfaces()) {
      ClassHolder itf = classes.get(name);
      if (implemented.add(name) && itf != null) {
        markInterfaces(itf);
      }
    }
  }
}
