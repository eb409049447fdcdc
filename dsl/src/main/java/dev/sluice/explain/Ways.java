package dev.sluice.explain;

import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * The ways through one part of a pipeline. Conditions are taken as independent of each other unless they are the same;
 * some way may therefore be one that no stream can take.
 *
 * @param count how many ways there are, {@link Long#MAX_VALUE} for that many or more
 * @param shortest the way with the fewest hostcalls, none where there are too many combinations to tell
 * @param longest the way with the most hostcalls, none where there are too many combinations to tell
 * @param all every way, none where there are more than {@link #MOST_LISTED}
 */
public record Ways(long count, Option<Way> shortest, Option<Way> longest, Option<List<Way>> all) {
  /** How many ways are listed one by one. */
  public static final int MOST_LISTED = 16;
}
