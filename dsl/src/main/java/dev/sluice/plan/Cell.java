package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/**
 * Something that the host is asked for. What a program asks for more than once is held from the first time on, until
 * the program changes it; what it asks for once is never held.
 */
public abstract class Cell extends Reader {
  private static final int NOT_HELD = -1;

  private final Bytes key;
  private int uses;
  private int slot = NOT_HELD;

  Cell(Bytes key) {
    this.key = key;
  }

  /** By what the host knows it. */
  public final Bytes key() {
    return key;
  }

  abstract Fetched fetch(Run run);

  abstract String hostcall();

  final Cell use() {
    uses++;
    return this;
  }

  final boolean isRead() {
    return uses > 0;
  }

  /** Given when the program is complete. Returns the next free slot. */
  final int place(int free) {
    if (uses < 2) {
      return free;
    }
    slot = free;
    return free + 1;
  }

  /** Holds this from now on; for a cell that has a slot. */
  final void hold(Run run, Fetched value) {
    run.hold(slot, value);
  }

  final void forget(Run run) {
    if (slot != NOT_HELD) {
      run.hold(slot, null);
    }
  }

  private Fetched get(Run run) {
    if (slot == NOT_HELD) {
      return checked(fetch(run));
    }
    Fetched held = run.held(slot);
    if (held == null) {
      held = checked(fetch(run));
      run.hold(slot, held);
    }
    return held;
  }

  private Fetched checked(Fetched fetched) {
    if (!fetched.isOk() && fetched.status() != Status.NOT_FOUND) {
      throw new HostRefusal(hostcall(), fetched.status());
    }
    return fetched;
  }

  @Override
  public final Bytes read(Run run) {
    Fetched fetched = get(run);
    if (!fetched.isOk()) {
      return null;
    }
    Bytes bytes = fetched.bytes();
    if (slot != NOT_HELD) {
      run.hold(slot, Fetched.of(bytes));
    }
    return bytes;
  }

  @Override
  public final boolean isBlank(Run run) {
    return get(run).isBlank();
  }

  @Override
  public final boolean isAbsent(Run run) {
    return !get(run).isOk();
  }
}
