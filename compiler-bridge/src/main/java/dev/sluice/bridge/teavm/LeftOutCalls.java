package dev.sluice.bridge.teavm;

import dev.sluice.settings.LeftOut;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.InvokeInstruction;

/** Puts the receiver in the place of each call of a method that is {@link LeftOut}; TeaVM drops what only it used. */
final class LeftOutCalls implements ClassHolderTransformer {
  private static final String PACKAGE = LeftOut.class.getPackageName() + ".";

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    for (MethodHolder method : cls.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call && isLeftOut(call, context.getHierarchy())) {
              leaveOut(call);
            }
          }
        }
      }
    }
  }

  private static boolean isLeftOut(InvokeInstruction call, ClassHierarchy classes) {
    // Only classes of that package are looked up: this runs over every call that there is.
    if (call.getInstance() == null || !call.getMethod().getClassName().startsWith(PACKAGE)) {
      return false;
    }
    MethodReader method = classes.resolve(call.getMethod());
    return method != null && method.getAnnotations().get(LeftOut.class.getName()) != null;
  }

  private static void leaveOut(InvokeInstruction call) {
    if (call.getReceiver() == null) {
      call.delete();
      return;
    }
    AssignInstruction receiver = new AssignInstruction();
    receiver.setAssignee(call.getInstance());
    receiver.setReceiver(call.getReceiver());
    receiver.setLocation(call.getLocation());
    call.replace(receiver);
  }
}
