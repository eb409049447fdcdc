package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import io.vavr.control.Option;

/**
 * The stream as an author's own step sees it, for as long as the step runs: headers of the request in a request part,
 * of the response in a response part. Bad arguments are refused like those of the words.
 */
public interface Exchange {
  /** The first value of a header or pseudo-header ({@code :path}), none where it is absent. */
  Option<Bytes> header(String name);

  /** Puts this value in the place of all that the header has. */
  void setHeader(String name, String value);

  /** Gives the header one more value. */
  void addHeader(String name, String value);

  /** Takes out all values of the header. */
  void removeHeader(String name);

  /** Writes one line to the host's log, control characters as {@code \x0a}. */
  void log(LogLevel level, String line);

  /**
   * Answers with this reply once the step has returned; the steps behind it do not run. A second reply in the same
   * step is an {@link IllegalStateException}.
   */
  void respond(Respond reply);
}
