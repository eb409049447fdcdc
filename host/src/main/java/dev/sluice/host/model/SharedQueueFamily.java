package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.SharedQueueCalls;

/** Queues between VMs. */
public final class SharedQueueFamily implements SharedQueueCalls {
  private static final String REGISTER = "proxy_register_shared_queue";
  private static final String RESOLVE = "proxy_resolve_shared_queue";
  private static final String ENQUEUE = "proxy_enqueue_shared_queue";
  private static final String DEQUEUE = "proxy_dequeue_shared_queue";

  private final CurrentContext current;

  SharedQueueFamily(CurrentContext current) {
    this.current = current;
  }

  /**
   * {@inheritDoc} The plugin that calls is told of messages from now on, and no other. {@link Status#INTERNAL_FAILURE}
   * where state that VMs share has used up its room.
   */
  @Override
  public Answer register(Bytes name) {
    Context context = current.require(REGISTER);
    Vm vm = context.vm();
    SharedQueues.Listener listener = new SharedQueues.Listener(vm.worker(), vm.key(), context.root().id());
    int token = vm.shared().queues().register(new SharedQueues.Name(Bytes.utf8(vm.id()), name), listener);
    return answer(REGISTER, token, Status.INTERNAL_FAILURE, name);
  }

  /** {@inheritDoc} No VM id means the caller's own. */
  @Override
  public Answer resolve(Bytes vmId, Bytes name) {
    Vm vm = current.require(RESOLVE).vm();
    Bytes owner = vmId.isEmpty() ? Bytes.utf8(vm.id()) : vmId;
    int token = vm.shared().queues().resolve(new SharedQueues.Name(owner, name));
    return answer(RESOLVE, token, Status.NOT_FOUND, vmId, name);
  }

  private Answer answer(String call, int token, Status none, Object... arguments) {
    Status status = token == 0 ? none : Status.OK;
    current.called(call, status, arguments);
    return new Answer(status, Integer.toUnsignedLong(token));
  }

  /** {@inheritDoc} {@link Status#INTERNAL_FAILURE} where state that VMs share has used up its room. */
  @Override
  public Status enqueue(int queue, Bytes message) {
    Status status = current.require(ENQUEUE).vm().shared().queues().enqueue(queue, message);
    current.called(ENQUEUE, status, Integer.toUnsignedLong(queue), message);
    return status;
  }

  @Override
  public Fetched dequeue(int queue) {
    Fetched message = current.require(DEQUEUE).vm().shared().queues().dequeue(queue);
    current.called(DEQUEUE, message.status(), Integer.toUnsignedLong(queue));
    return message;
  }
}
