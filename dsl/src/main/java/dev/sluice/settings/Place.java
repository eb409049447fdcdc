package dev.sluice.settings;

import dev.sluice.abi.Decimal;

/** A place in a configuration, for what is to be said about it. Only links are kept until something is. */
final class Place {
  private final Findings findings;
  private final Place parent;
  private final String name;
  private final int index;

  private Place(Findings findings, Place parent, String name, int index) {
    this.findings = findings;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  static Place root(Findings findings) {
    return new Place(findings, null, null, 0);
  }

  /** Whether this is the whole configuration. */
  boolean isRoot() {
    return parent == null;
  }

  Place member(String member) {
    return new Place(findings, this, member, 0);
  }

  Place element(int number) {
    return new Place(findings, this, null, number);
  }

  /** Says what is wrong here, and gives what stands for a value that could not be read. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // null has any type
  <T> T refuse(String message) {
    findings.error(this, message);
    return null;
  }

  /** Says why what was read here cannot be used. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // null has any type
  <T> T refuse(IllegalArgumentException reason) {
    return refuse(reason.getMessage() == null ? "cannot be used" : reason.getMessage());
  }

  void warn(String message) {
    findings.warning(this, message);
  }

  /** RFC 6901. */
  String pointer() {
    StringBuilder out = new StringBuilder();
    append(out);
    return out.toString();
  }

  /** Nesting is bounded by the limit of depth of the reader. */
  private void append(StringBuilder out) {
    if (parent == null) {
      return;
    }
    parent.append(out);
    out.append('/');
    if (name == null) {
      out.append(Decimal.of(index));
    } else {
      escape(name, out);
    }
  }

  /** The pointer to a member of the whole. */
  static String pointer(String member) {
    StringBuilder out = new StringBuilder("/");
    escape(member, out);
    return out.toString();
  }

  private static void escape(String token, StringBuilder out) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == '~' || c == '/') {
        out.append('~').append(c == '~' ? '0' : '1');
      } else {
        out.append(c);
      }
    }
  }
}
