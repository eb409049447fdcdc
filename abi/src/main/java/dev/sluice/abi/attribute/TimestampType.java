package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;
import java.time.Instant;

final class TimestampType extends AttributeType<Instant> {
  TimestampType() {
    super("timestamp");
  }

  @Override
  Instant decode(Fetched bytes) {
    return LittleEndian.isLong(bytes) ? Instant.ofEpochSecond(0, LittleEndian.longOf(bytes)) : null;
  }
}
