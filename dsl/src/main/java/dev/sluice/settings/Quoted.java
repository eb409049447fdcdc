package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;

/** What a configuration holds, as an error message shows it: on one line and not too long. */
final class Quoted {
  private static final int LONGEST = 60;
  private static final String HEX = "0123456789abcdef";

  private Quoted() {}

  /** A text in quotes. */
  static String of(String text) {
    StringBuilder out = new StringBuilder("\"");
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7f && c < 0xa0) {
        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return out.append(end < text.length() ? "...\"" : "\"").toString();
  }

  /** A value as the subject of a sentence. */
  static String of(Json json) {
    JsonKind kind = json.kind();
    if (kind == JsonKind.OBJECT || kind == JsonKind.ARRAY) {
      return kind == JsonKind.OBJECT ? "an object" : "an array";
    }
    if (kind == JsonKind.STRING) {
      return of(json.string().get());
    }
    String text = json.raw().latin1();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
