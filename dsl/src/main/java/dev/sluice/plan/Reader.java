package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** Reads one text at run time. Whatever it has to wait for was awaited by ops planned before it. */
public abstract class Reader {
  /** The text, null where there is none. */
  public abstract Bytes read(Run run);

  /** Whether there is no text, or nothing but white space (OWS, RFC 9110 section 5.6.3). */
  public boolean isBlank(Run run) {
    Bytes text = read(run);
    if (text != null) {
      for (int i = 0; i < text.length(); i++) {
        byte b = text.at(i);
        if (b != ' ' && b != '\t') {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there is no text. */
  public boolean isAbsent(Run run) {
    return read(run) == null;
  }
}
