package dev.sluice.bridge.teavm;

import dev.sluice.bridge.runtime.Arithmetic;
import dev.sluice.bridge.runtime.Limits;
import java.util.HashSet;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructMultiArrayInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Puts checks before the operations whose WebAssembly instruction traps where Java throws: integer division and
 * remainder, signed and unsigned, and arrays of a negative or excessive length. Constants that cannot trap stay as
 * they are.
 */
final class CheckedOperations implements ClassHolderTransformer {
  private static final String ARITHMETIC = Arithmetic.class.getName();
  private static final MethodReference ARRAY_LENGTH =
      new MethodReference(Limits.class, "arrayLength", int.class, int.class);

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    if (cls.getName().equals(ARITHMETIC)) {
      return;
    }
    for (MethodHolder method : cls.getMethods()) {
      Program program = method.getProgram();
      if (program != null) {
        transform(program);
      }
    }
  }

  private static void transform(Program program) {
    Set<Variable> safeDivisors = new HashSet<>();
    Set<Variable> safeLengths = new HashSet<>();
    findConstants(program, safeDivisors, safeLengths);
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        switch (instruction) {
          case BinaryInstruction binary when isDivision(binary) && !safeDivisors.contains(binary.getSecondOperand()) ->
            binary.replace(checkedDivision(binary));
          case InvokeInstruction invoke when isUnsignedDivision(invoke) -> checkDivisor(program, invoke);
          case ConstructArrayInstruction array when !safeLengths.contains(array.getSize()) ->
            array.setSize(checkedLength(program, array, array.getSize()));
          case ConstructMultiArrayInstruction array ->
            array.getDimensions().replaceAll(size -> checkedLength(program, array, size));
          default -> {
          }
        }
      }
    }
  }

  private static void findConstants(Program program, Set<Variable> safeDivisors, Set<Variable> safeLengths) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        switch (instruction) {
          case IntegerConstantInstruction constant -> {
            if (constant.getConstant() != 0 && constant.getConstant() != -1) {
              safeDivisors.add(constant.getReceiver());
            }
            if (constant.getConstant() >= 0 && constant.getConstant() <= Limits.MAX_ARRAY_LENGTH) {
              safeLengths.add(constant.getReceiver());
            }
          }
          case LongConstantInstruction constant when constant.getConstant() != 0 && constant.getConstant() != -1 ->
            safeDivisors.add(constant.getReceiver());
          default -> {
          }
        }
      }
    }
  }

  private static boolean isDivision(BinaryInstruction binary) {
    return (binary.getOperation() == BinaryOperation.DIVIDE || binary.getOperation() == BinaryOperation.MODULO)
        && (binary.getOperandType() == NumericOperandType.INT || binary.getOperandType() == NumericOperandType.LONG);
  }

  private static InvokeInstruction checkedDivision(BinaryInstruction binary) {
    Class<?> type = binary.getOperandType() == NumericOperandType.INT ? int.class : long.class;
    String name = binary.getOperation() == BinaryOperation.DIVIDE ? "divide" : "remainder";
    InvokeInstruction call =
        call(binary, new MethodReference(Arithmetic.class, name, type, type, type), binary.getReceiver());
    call.setArguments(binary.getFirstOperand(), binary.getSecondOperand());
    return call;
  }

  private static boolean isUnsignedDivision(InvokeInstruction invoke) {
    MethodReference method = invoke.getMethod();
    return (method.getClassName().equals("java.lang.Integer") || method.getClassName().equals("java.lang.Long"))
        && (method.getName().equals("divideUnsigned") || method.getName().equals("remainderUnsigned"));
  }

  private static void checkDivisor(Program program, InvokeInstruction invoke) {
    Class<?> type = invoke.getMethod().getClassName().equals("java.lang.Integer") ? int.class : long.class;
    Variable checked = program.createVariable();
    InvokeInstruction call = call(invoke, new MethodReference(Arithmetic.class, "checked", type, type), checked);
    call.setArguments(invoke.getArguments().get(1));
    invoke.insertPrevious(call);
    invoke.setArguments(invoke.getArguments().get(0), checked);
  }

  private static Variable checkedLength(Program program, Instruction before, Variable size) {
    Variable checked = program.createVariable();
    InvokeInstruction call = call(before, ARRAY_LENGTH, checked);
    call.setArguments(size);
    before.insertPrevious(call);
    return checked;
  }

  private static InvokeInstruction call(Instruction at, MethodReference method, Variable receiver) {
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(method);
    call.setReceiver(receiver);
    call.setLocation(at.getLocation());
    return call;
  }
}
