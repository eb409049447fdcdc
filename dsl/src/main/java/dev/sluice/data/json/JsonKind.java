package dev.sluice.data.json;

/** The kinds of values, RFC 8259 section 3. */
public enum JsonKind {
  OBJECT,
  ARRAY,
  STRING,
  NUMBER,
  BOOLEAN,
  NULL
}
