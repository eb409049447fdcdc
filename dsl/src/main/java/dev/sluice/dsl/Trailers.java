package dev.sluice.dsl;

import dev.sluice.step.EditTrailer;
import dev.sluice.value.TextValue;
import dev.sluice.value.TrailerText;

/** The words for trailers. Authors import them through {@link Sluice}. */
abstract class Trailers extends Calls {
  Trailers() {}

  /**
   * A trailer of the request, whose end is waited for, see {@link TrailerText}; for request parts.
   * <pre>{@code when(requestTrailer("x-checksum").missing()).respond(400)}</pre>
   */
  public static TrailerText requestTrailer(String name) {
    return TrailerText.OfRequest.named(name);
  }

  /**
   * A trailer of the response, whose end is waited for in response parts, see {@link TrailerText}; for log parts too.
   * <pre>{@code onLog(log(LogLevel.INFO, responseTrailer("grpc-status")))}</pre>
   */
  public static TrailerText responseTrailer(String name) {
    return TrailerText.OfResponse.named(name);
  }

  /**
   * Puts this value in the place of all that a trailer of the request has, see {@link EditTrailer}.
   * <pre>{@code setRequestTrailer("x-checked", "yes")}</pre>
   */
  public static EditTrailer setRequestTrailer(String name, String value) {
    return setRequestTrailer(name, EditTrailer.literal(name, value));
  }

  /** Like {@link #setRequestTrailer(String, String)}; takes the trailer out where the value is absent. */
  public static EditTrailer setRequestTrailer(String name, TextValue value) {
    return EditTrailer.set(new EditTrailer.OfRequest(), name, value);
  }

  /**
   * Gives a trailer of the request one more value, see {@link EditTrailer}.
   * <pre>{@code addRequestTrailer("x-seen", "edge")}</pre>
   */
  public static EditTrailer addRequestTrailer(String name, String value) {
    return addRequestTrailer(name, EditTrailer.literal(name, value));
  }

  /** Like {@link #addRequestTrailer(String, String)}; adds none where the value is absent. */
  public static EditTrailer addRequestTrailer(String name, TextValue value) {
    return EditTrailer.add(new EditTrailer.OfRequest(), name, value);
  }

  /**
   * Takes out all values of a trailer of the request.
   * <pre>{@code removeRequestTrailer("x-internal")}</pre>
   */
  public static EditTrailer removeRequestTrailer(String name) {
    return EditTrailer.remove(new EditTrailer.OfRequest(), name);
  }

  /**
   * Puts this value in the place of all that a trailer of the response has, see {@link EditTrailer}.
   * <pre>{@code setResponseTrailer("x-checked", "yes")}</pre>
   */
  public static EditTrailer setResponseTrailer(String name, String value) {
    return setResponseTrailer(name, EditTrailer.literal(name, value));
  }

  /** Like {@link #setResponseTrailer(String, String)}; takes the trailer out where the value is absent. */
  public static EditTrailer setResponseTrailer(String name, TextValue value) {
    return EditTrailer.set(new EditTrailer.OfResponse(), name, value);
  }

  /**
   * Gives a trailer of the response one more value, see {@link EditTrailer}.
   * <pre>{@code addResponseTrailer("x-seen", "edge")}</pre>
   */
  public static EditTrailer addResponseTrailer(String name, String value) {
    return addResponseTrailer(name, EditTrailer.literal(name, value));
  }

  /** Like {@link #addResponseTrailer(String, String)}; adds none where the value is absent. */
  public static EditTrailer addResponseTrailer(String name, TextValue value) {
    return EditTrailer.add(new EditTrailer.OfResponse(), name, value);
  }

  /**
   * Takes out all values of a trailer of the response.
   * <pre>{@code removeResponseTrailer("x-internal")}</pre>
   */
  public static EditTrailer removeResponseTrailer(String name) {
    return EditTrailer.remove(new EditTrailer.OfResponse(), name);
  }
}
