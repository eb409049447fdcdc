package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.SharedQueueCalls;
import org.teavm.interop.Import;

/** Shared queues over the imports. */
final class SharedQueueImports implements SharedQueueCalls {

  @Import(module = "env", name = "proxy_register_shared_queue")
  private static native int registerQueue(int name, int nameSize, int outQueue);

  @Override
  public Answer register(Bytes name) {
    int nameAt = Arena.place(name);
    return Numbers.word(registerQueue(nameAt, name.length(), Arena.FIRST_RESULT));
  }

  @Import(module = "env", name = "proxy_resolve_shared_queue")
  private static native int resolveQueue(int vmId, int vmIdSize, int name, int nameSize, int outQueue);

  @Override
  public Answer resolve(Bytes vmId, Bytes name) {
    int vmIdAt = Arena.place(vmId);
    int nameAt = Arena.place(name);
    return Numbers.word(resolveQueue(vmIdAt, vmId.length(), nameAt, name.length(), Arena.FIRST_RESULT));
  }

  @Import(module = "env", name = "proxy_enqueue_shared_queue")
  private static native int enqueueMessage(int queue, int message, int messageSize);

  @Override
  public Status enqueue(int queue, Bytes message) {
    int messageAt = Arena.place(message);
    return Status.of(enqueueMessage(queue, messageAt, message.length()));
  }

  @Import(module = "env", name = "proxy_dequeue_shared_queue")
  private static native int dequeueMessage(int queue, int outMessage, int outMessageSize);

  @Override
  public Fetched dequeue(int queue) {
    return ArenaBytes.result(dequeueMessage(queue, Arena.FIRST_RESULT, Arena.SECOND_RESULT));
  }
}
