package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;

/** Queues of messages between VMs. */
public interface SharedQueueCalls {
  /** Makes a queue of this VM, or finds it ({@code proxy_register_shared_queue}); {@code onQueueReady} speaks of it. */
  default Answer register(Bytes name) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }

  /** Finds a queue of another VM ({@code proxy_resolve_shared_queue}). */
  default Answer resolve(Bytes vmId, Bytes name) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }

  /** Puts a message at the end ({@code proxy_enqueue_shared_queue}). */
  default Status enqueue(int queue, Bytes message) {
    return Status.UNIMPLEMENTED;
  }

  /** Takes the first message ({@code proxy_dequeue_shared_queue}); {@link Status#EMPTY} where there is none. */
  default Fetched dequeue(int queue) {
    return Fetched.failed(Status.UNIMPLEMENTED);
  }
}
