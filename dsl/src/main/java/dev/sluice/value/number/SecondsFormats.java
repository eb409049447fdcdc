package dev.sluice.value.number;

import dev.sluice.abi.Bytes;
import dev.sluice.data.time.HttpDate;
import dev.sluice.data.time.Timestamp;

/** The forms in which points in time are written. */
public final class SecondsFormats {
  private SecondsFormats() {}

  /** See {@link HttpDate}. */
  public record AsHttpDate() implements SecondsFormat {
    @Override
    public Bytes of(long epochSecond) {
      return HttpDate.format(epochSecond);
    }

    @Override
    public String word() {
      return "HTTP-date";
    }
  }

  /** See {@link Timestamp}. */
  public record AsTimestamp() implements SecondsFormat {
    @Override
    public Bytes of(long epochSecond) {
      return Timestamp.format(epochSecond);
    }

    @Override
    public String word() {
      return "timestamp";
    }
  }
}
