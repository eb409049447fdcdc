package dev.sluice.bridge.teavm;

import dev.sluice.bridge.runtime.Faults;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Makes exceptions of the runtime itself visible to TeaVM's analysis, see {@link Faults}. */
final class FaultMarkers extends AbstractDependencyListener implements ClassHolderTransformer {
  private static final MethodReference POSSIBLE = new MethodReference(Faults.class, "possible", void.class);

  /** Marks all that an exception handler protects. */
  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    for (MethodHolder method : cls.getMethods()) {
      Program program = method.getProgram();
      if (program != null) {
        for (BasicBlock block : program.getBasicBlocks()) {
          if (!block.getTryCatchBlocks().isEmpty()) {
            block.addFirst(marker());
          }
        }
      }
    }
  }

  private static InvokeInstruction marker() {
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(POSSIBLE);
    return call;
  }

  /** Lets each method throw what an unmarked one could: a handler further out has to expect it. */
  @Override
  public void methodReached(DependencyAgent agent, MethodDependency method) {
    MethodDependency faults = agent.linkMethod(POSSIBLE);
    if (!method.getReference().equals(POSSIBLE)) {
      faults.use();
      faults.getThrown().connect(method.getThrown());
    }
  }

  /** Takes the markers out again. */
  static void remove(Program program) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeInstruction call && call.getMethod().equals(POSSIBLE)) {
          call.delete();
        }
      }
    }
  }
}
