package dev.sluice.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sluice.abi.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is put in the place of a match: texts, with groups of the match between them. */
final class Replacement {
  private static final int MOST_GROUPS = 99;

  private final List<String> texts = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();

  private Replacement() {}

  /** Takes a replacement apart; groups that the regular expression lacks are refused. */
  static Replacement parse(Pattern pattern, String replacement) {
    Replacement parsed = new Replacement();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
      if (c != '$') {
        text.append(c);
      } else if (next == '$') {
        text.append(c);
        i++;
      } else {
        int end = next == '{' ? replacement.indexOf('}', i) + 1 : digitsEnd(replacement, i + 1);
        if (end <= i + 1) {
          throw refused(replacement, "a $ without a group behind it; write $$ for a dollar sign");
        }
        parsed.texts.add(text.toString());
        parsed.groups.add(group(pattern, replacement, replacement.substring(i + 1, end)));
        text.setLength(0);
        i = end - 1;
      }
    }
    parsed.texts.add(text.toString());
    return parsed;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int group(Pattern pattern, String replacement, String reference) {
    Integer number = null;
    if (reference.startsWith("{")) {
      Map<String, Integer> names = pattern.namedGroups();
      number = names.get(reference.substring(1, reference.length() - 1));
    } else if (reference.length() < 3) {
      number = Integer.valueOf(reference);
    }
    if (number == null || number > Math.min(pattern.groupCount(), MOST_GROUPS)) {
      throw refused(
          replacement,
          "$" + reference + ", a group that the regular expression lacks; it has "
              + Decimal.of(pattern.groupCount()));
    }
    return number;
  }

  private static IllegalArgumentException refused(String replacement, String what) {
    return new IllegalArgumentException("rewritePath: the replacement \"" + replacement + "\" has " + what);
  }

  /** Puts the replacement of this match behind what there is. */
  void appendTo(StringBuilder out, Matcher matcher) {
    for (int i = 0; i < groups.size(); i++) {
      out.append(texts.get(i));
      String matched = matcher.group(groups.get(i));
      out.append(matched == null ? "" : matched);
    }
    out.append(texts.get(groups.size()));
  }
}
