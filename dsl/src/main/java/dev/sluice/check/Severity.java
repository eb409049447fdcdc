package dev.sluice.check;

import java.util.Locale;

/** How sure it is that something is wrong. */
public enum Severity {
  /** It cannot work as it is written. */
  ERROR,
  /** It works, but hardly as it was meant. */
  WARNING,
  /** It works as documented; some are surprised. */
  NOTE;

  /** In lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
