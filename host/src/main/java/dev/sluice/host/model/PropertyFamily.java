package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.PropertyCalls;

/** Attributes and the filter state that plugins set. */
public final class PropertyFamily implements PropertyCalls {
  private static final String GET = "proxy_get_property";
  private static final String SET = "proxy_set_property";

  private final CurrentContext current;

  PropertyFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Fetched get(Bytes path) {
    Fetched value = current.require(GET).property(path);
    current.called(GET, value.status(), path);
    return value;
  }

  @Override
  public Status set(Bytes path, Bytes value) {
    Status status = current.require(SET).setProperty(path, value);
    current.called(SET, status, path, value);
    return status;
  }
}
