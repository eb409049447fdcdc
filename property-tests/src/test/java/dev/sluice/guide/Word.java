package dev.sluice.guide;

import io.vavr.collection.Vector;

/**
 * A word of the language: a public method that authors of plugins call.
 *
 * @param owner the class whose source has it
 * @param summary the first sentence of its Javadoc
 * @param examples what its Javadoc shows
 */
record Word(String owner, String name, String signature, String summary, Vector<String> examples) {
  String id() {
    return owner + "." + name;
  }

  /** Whether its Javadoc only points at another word. */
  boolean isReference() {
    return summary.startsWith("See {@link") || summary.startsWith("Like {@link");
  }
}
