package dev.sluice.bridge.deploy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Writes {@link YamlMap}s as text that a person reads and both YAML 1.1 and 1.2 parsers understand alike. */
final class YamlText {
  private static final Pattern SAFE_PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
  /** Words that some parsers (Envoy's and Kubernetes' among them) take for something other than a string. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity");
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDumpComments(true)
          .setIndent(2)
          .setIndicatorIndent(0)
          .setSplitLines(false)
          .setWidth(1 << 20)
          .build();

  private YamlText() {}

  /** The document, each line of {@code head} as a comment above it. */
  static String render(YamlMap document, String... head) {
    StringBuilder text = new StringBuilder();
    for (String line : head) {
      text.append("# ").append(line).append('\n');
    }
    var events = new Serialize(SETTINGS).serializeOne(document.toNode());
    return text.append(new Present(SETTINGS).emitToString(events.iterator())).toString();
  }

  /** Plain only where every parser reads a string; quoted with escapes where a character needs them. */
  static ScalarStyle style(String text) {
    if (SAFE_PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return ScalarStyle.PLAIN;
    }
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return ScalarStyle.SINGLE_QUOTED;
    }
    return isPlainText(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
  }

  /** Several lines of printable ASCII, none of which a block scalar would change. */
  private static boolean isPlainText(String text) {
    return text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f)
        && !text.startsWith(" ")
        && !text.startsWith("\n")
        && text.lines().noneMatch(line -> line.endsWith(" "));
  }
}
