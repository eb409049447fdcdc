package dev.sluice.std.limit;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;

/**
 * Lets requests with bodies of up to so many bytes through. One that announces more by its content-length is answered
 * with 413 before anything of it goes on; one that announces nothing, when more than that has come: the upstream then sees
 * a request that breaks off. Nothing is held.
 *
 * @param bytes 0 or more
 */
public record MaxRequestSize(long bytes) {
  /** Reads settings: see docs/filters/maxRequestSize.md. */
  public static final Decoder<MaxRequestSize> DECODER =
      object(field("bytes", byteSize()).describedAs("the most that a body may have")).as(MaxRequestSize::new);

  public MaxRequestSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("maxRequestSize: a negative number of bytes; give 0 or more");
    }
  }

  /** The filter that does this. */
  public Filter filter() {
    return request(streamRequest(limiting(bytes)));
  }
}
