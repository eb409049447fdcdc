package dev.sluice.bridge.teavm;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.instructions.MonitorEnterInstruction;
import org.teavm.model.instructions.MonitorExitInstruction;
import org.teavm.model.instructions.NullCheckInstruction;

/**
 * Drops monitors: a VM of Proxy-Wasm has one thread, so entering one always succeeds at once. What stays is the check
 * that the object is there. Threads themselves are refused like everything that a module cannot do.
 */
final class SingleThread implements ClassHolderTransformer {
  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    for (MethodHolder method : cls.getMethods()) {
      method.getModifiers().remove(ElementModifier.SYNCHRONIZED);
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            switch (instruction) {
              case MonitorEnterInstruction enter -> {
                NullCheckInstruction check = new NullCheckInstruction();
                check.setValue(enter.getObjectRef());
                check.setReceiver(method.getProgram().createVariable());
                check.setLocation(enter.getLocation());
                enter.replace(check);
              }
              case MonitorExitInstruction exit -> exit.delete();
              default -> {
              }
            }
          }
        }
      }
    }
  }
}
