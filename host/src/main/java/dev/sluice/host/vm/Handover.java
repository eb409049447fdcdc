package dev.sluice.host.vm;

import dev.sluice.host.model.VmFailure;

/** What a guest may hand over to its host in one callback: the host keeps much of it, as headers, bodies, log lines. */
final class Handover {
  /** What each hostcall counts: the host keeps something of it too, even where it carries no bytes. */
  static final int CALL = 256;

  private final long most;
  private long left;

  Handover(long most) {
    this.most = most;
    this.left = most;
  }

  void begin() {
    left = most;
  }

  /** Takes note of this many bytes, before they are copied. */
  void take(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new VmFailure("it hands more than " + most + " bytes to the host in one callback");
    }
  }
}
