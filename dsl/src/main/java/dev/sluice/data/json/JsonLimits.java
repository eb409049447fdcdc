package dev.sluice.data.json;

/**
 * What is too much.
 *
 * @param depth how many arrays and objects may stand in each other
 * @param size bytes of the whole text
 */
public record JsonLimits(int depth, long size) {

  /** 64 levels, 1 MiB. */
  public static final JsonLimits DEFAULT = new JsonLimits(64, 1 << 20);
}
