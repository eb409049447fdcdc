package dev.sluice.host.vm;

/** Results of WASI functions (WASI preview 1, {@code errno}). */
final class WasiErrno {
  static final int SUCCESS = 0;
  static final int BADF = 8;
  static final int EXIST = 20;
  static final int FAULT = 21;
  static final int INVAL = 28;
  static final int NOENT = 44;
  static final int NOSYS = 52;
  static final int NOTSUP = 58;

  private WasiErrno() {}
}
