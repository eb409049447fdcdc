package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;
import java.time.Duration;

final class DurationType extends AttributeType<Duration> {
  DurationType() {
    super("duration");
  }

  @Override
  Duration decode(Fetched bytes) {
    return LittleEndian.isLong(bytes) ? Duration.ofNanos(LittleEndian.longOf(bytes)) : null;
  }
}
