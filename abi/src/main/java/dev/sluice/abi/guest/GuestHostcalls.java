package dev.sluice.abi.guest;

import dev.sluice.abi.call.BufferCalls;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.call.LogCalls;
import dev.sluice.abi.call.PropertyCalls;
import dev.sluice.abi.call.ReplyCalls;

/** The guest's {@link Hostcalls}: each family over the module's imports. */
final class GuestHostcalls implements Hostcalls {
  private final HeaderCalls headers = new HeaderImports();
  private final BufferCalls buffers = new BufferImports();
  private final ReplyCalls replies = new ReplyImports();
  private final PropertyCalls properties = new PropertyImports();
  private final LogCalls log = new LogImports();

  @Override
  public HeaderCalls headers() {
    return headers;
  }

  @Override
  public BufferCalls buffers() {
    return buffers;
  }

  @Override
  public ReplyCalls replies() {
    return replies;
  }

  @Override
  public PropertyCalls properties() {
    return properties;
  }

  @Override
  public LogCalls log() {
    return log;
  }
}
