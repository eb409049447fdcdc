package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import java.util.List;

/** Calls a function that the host offers beyond the ABI. What it changes of the stream nobody knows. */
public final class CallForeign extends Op {
  /** In the place of a variable's slot: what the function gives is not kept. */
  public static final int NOWHERE = -1;

  private final String name;
  private final Bytes function;
  private final Reader argument;
  private final int slot;
  private final Label failed;

  /**
   * Makes the op.
   *
   * @param argument null for none
   * @param slot of the variable that gets what the function gives, or {@link #NOWHERE}
   * @param failed where the program goes on when the host refuses the call
   */
  public CallForeign(String name, Reader argument, int slot, Label failed) {
    this.name = name;
    this.function = Bytes.constant(name);
    this.argument = argument;
    this.slot = slot;
    this.failed = failed;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes given = argument == null ? null : argument.read(run);
    Fetched answer = run.host().foreign().call(function, given == null ? Bytes.EMPTY : given);
    run.forgetAll();
    if (slot != NOWHERE) {
      run.variable(slot, answer.isOk() ? answer.bytes() : null);
    }
    return answer.isOk() ? pc + 1 : failed.pc();
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward("the proxy does " + name), Way.to(failed, "the proxy refuses " + name));
  }
}
