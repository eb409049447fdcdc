package dev.sluice.host.gateway;

/** Text from the wire for a terminal: a client must not move the cursor of who watches the gateway. */
final class Printable {
  private static final int MOST = 200;

  private Printable() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MOST); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        out.append(String.format("\\x%02x", (int) c));
      }
    }
    return text.length() > MOST ? out + "..." : out.toString();
  }
}
