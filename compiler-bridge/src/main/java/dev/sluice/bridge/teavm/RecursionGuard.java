package dev.sluice.bridge.teavm;

import dev.sluice.bridge.runtime.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.callgraph.CallGraph;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Makes endless recursion a {@link StackOverflowError} instead of a trap that kills the VM: methods that the call
 * graph shows to be part of a cycle count their depth. Others cost nothing.
 */
final class RecursionGuard {
  private static final MethodReference ENTER = new MethodReference(Limits.class, "enter", int.class, int.class);
  private static final MethodReference USED = new MethodReference(Limits.class, "used", int.class);
  private static final MethodReference RESTORE = new MethodReference(Limits.class, "restore", int.class, void.class);

  /** What a frame needs before its first variable. */
  private static final int FRAME = 64;

  /** A variable of 64 bits that has to survive a call; not all do, so the estimate is high for long methods. */
  private static final int VARIABLE = 8;

  private final Set<MethodReference> recursive;

  private RecursionGuard(Set<MethodReference> recursive) {
    this.recursive = recursive;
  }

  /** The methods that the guard calls: they have to be entry points of the dependency analysis. */
  static List<MethodReference> methods() {
    return List.of(ENTER, USED, RESTORE);
  }

  static RecursionGuard of(CallGraph calls, Iterable<MethodReference> methods) {
    return new RecursionGuard(new Cycles(calls).find(methods));
  }

  /** Instruments one method's final program. */
  void apply(MethodReference method, Program program) {
    if (program.basicBlockCount() == 0 || method.getClassName().equals(Limits.class.getName())) {
      return;
    }
    Set<BasicBlock> handlers = new LinkedHashSet<>();
    for (BasicBlock block : program.getBasicBlocks()) {
      for (TryCatchBlock tryCatch : block.getTryCatchBlocks()) {
        handlers.add(tryCatch.getHandler());
      }
    }
    List<Instruction> prologue = new ArrayList<>();
    if (recursive.contains(method)) {
      int frame = FRAME + VARIABLE * program.variableCount();
      Variable before = program.createVariable();
      prologue.addAll(enter(program, frame, before));
      returns(program).forEach(exit -> exit.insertPrevious(restore(before)));
    }
    if (!handlers.isEmpty()) {
      Variable inside = program.createVariable();
      InvokeInstruction used = call(USED);
      used.setReceiver(inside);
      prologue.add(used);
      handlers.forEach(handler -> handler.addFirst(restore(inside)));
    }
    program.basicBlockAt(0).addFirstAll(prologue);
  }

  private static List<Instruction> enter(Program program, int frame, Variable before) {
    IntegerConstantInstruction size = new IntegerConstantInstruction();
    size.setConstant(frame);
    size.setReceiver(program.createVariable());
    InvokeInstruction enter = call(ENTER);
    enter.setArguments(size.getReceiver());
    enter.setReceiver(before);
    return List.of(size, enter);
  }

  private static List<ExitInstruction> returns(Program program) {
    List<ExitInstruction> exits = new ArrayList<>();
    for (BasicBlock block : program.getBasicBlocks()) {
      if (block.getLastInstruction() instanceof ExitInstruction exit) {
        exits.add(exit);
      }
    }
    return exits;
  }

  private static InvokeInstruction restore(Variable before) {
    InvokeInstruction restore = call(RESTORE);
    restore.setArguments(before);
    return restore;
  }

  private static InvokeInstruction call(MethodReference method) {
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(method);
    return call;
  }

  /** Tarjan's strongly connected components, without recursion of its own. */
  private static final class Cycles {
    private final CallGraph calls;
    private final Map<MethodReference, Integer> index = new HashMap<>();
    private final Map<MethodReference, Integer> low = new HashMap<>();
    private final Deque<MethodReference> open = new ArrayDeque<>();
    private final Set<MethodReference> isOpen = new HashSet<>();
    private final Set<MethodReference> found = new HashSet<>();

    private record Frame(MethodReference method, java.util.Iterator<MethodReference> callees) {}

    Cycles(CallGraph calls) {
      this.calls = calls;
    }

    Set<MethodReference> find(Iterable<MethodReference> methods) {
      for (MethodReference method : methods) {
        if (!index.containsKey(method)) {
          visit(method);
        }
      }
      return found;
    }

    private void visit(MethodReference root) {
      Deque<Frame> stack = new ArrayDeque<>();
      stack.push(begin(root));
      while (!stack.isEmpty()) {
        Frame frame = stack.peek();
        MethodReference method = frame.method();
        if (frame.callees().hasNext()) {
          MethodReference callee = frame.callees().next();
          if (callee.equals(method)) {
            found.add(method);
          } else if (!index.containsKey(callee)) {
            stack.push(begin(callee));
          } else if (isOpen.contains(callee)) {
            low.merge(method, index.get(callee), Math::min);
          }
        } else {
          stack.pop();
          if (!stack.isEmpty()) {
            low.merge(stack.peek().method(), low.get(method), Math::min);
          }
          if (low.get(method).equals(index.get(method))) {
            close(method);
          }
        }
      }
    }

    private Frame begin(MethodReference method) {
      index.put(method, index.size());
      low.put(method, index.get(method));
      open.push(method);
      isOpen.add(method);
      return new Frame(method, callees(method).iterator());
    }

    private void close(MethodReference root) {
      List<MethodReference> component = new ArrayList<>();
      MethodReference member;
      do {
        member = open.pop();
        isOpen.remove(member);
        component.add(member);
      } while (!member.equals(root));
      if (component.size() > 1) {
        found.addAll(component);
      }
    }

    private Set<MethodReference> callees(MethodReference method) {
      Set<MethodReference> callees = new LinkedHashSet<>();
      CallGraphNode node = calls.getNode(method);
      if (node != null) {
        for (CallSite site : node.getCallSites()) {
          for (CallGraphNode callee : site.getCalledMethods()) {
            // a class is initialised once, so no endless recursion goes through its initialiser
            if (!callee.getMethod().getName().equals("<clinit>")) {
              callees.add(callee.getMethod());
            }
          }
        }
      }
      return callees;
    }
  }
}
