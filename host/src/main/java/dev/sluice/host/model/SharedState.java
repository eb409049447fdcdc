package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.HashMap;
import java.util.Map;

/** What the VMs of a proxy share by their VM id. It is gone with the last VM of the id ({@code vm_id_handle.cc}). */
final class SharedState {
  private final Map<String, Integer> vms = new HashMap<>();
  private final SharedData data;
  private final SharedQueues queues;

  SharedState(Budget budget) {
    data = new SharedData(budget);
    queues = new SharedQueues(budget);
  }

  SharedData data() {
    return data;
  }

  SharedQueues queues() {
    return queues;
  }

  /** One more VM of this id. */
  synchronized void enter(String vmId) {
    vms.merge(vmId, 1, Integer::sum);
  }

  /** One VM of this id is gone. */
  synchronized void leave(String vmId) {
    if (vms.merge(vmId, -1, Integer::sum) == 0) {
      vms.remove(vmId);
      data.forget(vmId);
      queues.forget(Bytes.utf8(vmId));
    }
  }
}
