package dev.sluice.plan;

/** One call of a stream to another service, as often as it is tried: on its way, resting before it is tried again, over. */
public abstract class Call {
  private int attempts;
  private boolean pending;
  private boolean rested;

  /** It is on its way. */
  final void sent() {
    attempts++;
    pending = true;
    rested = false;
    forget();
  }

  /** It could not be made. */
  final void refused() {
    attempts++;
    pending = false;
    rested = false;
    forget();
  }

  /** Nothing more comes of this attempt. */
  final void settled() {
    pending = false;
  }

  /** It waits before it is tried again. */
  public final void rests() {
    pending = true;
  }

  /** It has waited. */
  public final void rested() {
    pending = false;
    rested = true;
  }

  final boolean hasRested() {
    return rested;
  }

  /** Whether something is still to come. */
  public final boolean isPending() {
    return pending;
  }

  /** How often it was tried. */
  public final int attempts() {
    return attempts;
  }

  /** Drops what an earlier attempt has brought. */
  abstract void forget();

  /** Takes what came for no answer. */
  abstract void fail();
}
