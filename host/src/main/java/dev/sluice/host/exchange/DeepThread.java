package dev.sluice.host.exchange;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * A thread with a large stack. A guest limits its own recursion, but on the engine each of its calls takes several Java
 * frames: on a usual stack the engine would give up before the guest does.
 */
final class DeepThread implements AutoCloseable {
  /** Address space; memory is taken as far as the stack really grows. */
  private static final long STACK_BYTES = 256L << 20;

  private final ExecutorService executor;
  private volatile Thread thread;

  DeepThread(String name) {
    executor = Executors.newSingleThreadExecutor(work -> {
      thread = new Thread(null, work, name, STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Runs this on the thread, at once if this is the thread, and waits for it; what it throws is thrown here. */
  <T> T call(Callable<T> work) {
    try {
      if (Thread.currentThread() == thread) {
        return work.call();
      }
      FutureTask<T> task = new FutureTask<>(work);
      executor.execute(task);
      return task.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a plugin was running", e);
    } catch (Exception e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
