package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.SharedValue;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.SharedDataCalls;

/** Shared data of the VM id of whoever calls. */
public final class SharedDataFamily implements SharedDataCalls {
  private static final String GET = "proxy_get_shared_data";
  private static final String SET = "proxy_set_shared_data";

  private final CurrentContext current;

  SharedDataFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public SharedValue get(Bytes key) {
    Vm vm = current.require(GET).vm();
    SharedValue value = vm.shared().data().get(vm.id(), key);
    current.called(GET, value.value().status(), key);
    return value;
  }

  /** {@inheritDoc} {@link Status#INTERNAL_FAILURE} where state that VMs share has used up its room. */
  @Override
  public Status set(Bytes key, Bytes value, int cas) {
    Vm vm = current.require(SET).vm();
    Status status = vm.shared().data().set(vm.id(), key, value, cas);
    current.called(SET, status, key, value, Integer.toUnsignedLong(cas));
    return status;
  }
}
