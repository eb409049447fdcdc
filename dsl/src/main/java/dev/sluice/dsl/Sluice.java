package dev.sluice.dsl;

import dev.sluice.step.Step;

/**
 * All words of the language, for {@code import static dev.sluice.dsl.Sluice.*;}. Arguments that can never work (null, an
 * illegal header name, a status that no reply has) are refused where they are written, by an
 * {@link IllegalArgumentException} that says what to do.
 */
public final class Sluice extends Steps {
  private Sluice() {}

  // plugins and filters

  /** A plugin that does nothing yet and refuses requests with 503 when its code fails. */
  public static Plugin plugin(String name) {
    return Plugin.named(name);
  }

  /** A plugin for connections (TCP): add {@code .onConnect(..)}, {@code .downstream(..)} and so on. */
  public static Plugin tcp(String name) {
    return Plugin.named(name);
  }

  /** A filter with these steps for requests. Add {@code .response(..)} for steps on the way back. */
  public static Filter request(Step... steps) {
    return Filter.none().request(steps);
  }

  /** A filter with these steps for when a stream is over. */
  public static Filter onLog(Step... steps) {
    return Filter.none().log(steps);
  }

  /** A filter with these steps for responses. */
  public static Filter response(Step... steps) {
    return Filter.none().response(steps);
  }
}
