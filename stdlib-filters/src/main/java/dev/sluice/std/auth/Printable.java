package dev.sluice.std.auth;

/** Texts that stand in headers as they are. */
final class Printable {
  private Printable() {}

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
