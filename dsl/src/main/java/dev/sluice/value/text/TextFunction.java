package dev.sluice.value.text;

/** Makes a text out of another one, and can say so. */
public interface TextFunction extends TextMapping {
  /** The result in words, given what it is made of. */
  String describe(String text);
}
