package dev.sluice.cli.watch;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.vavr.collection.Vector;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells when files below some folders change, once for all changes that come close together. */
public final class SourceWatch implements AutoCloseable {
  /** An editor that saves, or a version control that switches, writes its files within this time of each other. */
  private static final long QUIET_MILLIS = 150;

  private final DirectoryWatcher watcher;
  private final BlockingQueue<Try<Path>> changed = new LinkedBlockingQueue<>();
  private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

  private SourceWatch(Vector<Path> folders) throws IOException {
    watcher = DirectoryWatcher.builder().paths(folders.toJavaList()).listener(this::onEvent).build();
  }

  /** Watches these folders and all below them. Changes from the return of this method on count. */
  public static SourceWatch of(Vector<Path> folders) throws IOException {
    SourceWatch watch = new SourceWatch(folders);
    watch.ended = watch.watcher.watchAsync().whenComplete((done, failure) -> watch.onEnd(failure));
    return watch;
  }

  /** Waits for the next changes and gives the files concerned, each once; waits until no more come for a moment. */
  public Vector<Path> next() throws IOException, InterruptedException {
    Vector<Path> files = Vector.empty();
    for (Try<Path> file = changed.take(); file != null; file = changed.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
      files =
          files.append(file.getOrElseThrow(failure -> new IOException("cannot watch the sources any more", failure)));
    }
    return files.distinct();
  }

  private void onEvent(DirectoryChangeEvent event) {
    if (event.path() == null) {
      // The system lost events: anything below the root may have changed.
      changed.add(Try.success(event.rootPath()));
    } else if (!event.isDirectory()) {
      changed.add(Try.success(event.path()));
    }
  }

  private void onEnd(Throwable failure) {
    if (failure != null) {
      changed.add(Try.failure(failure));
    }
  }

  @Override
  public void close() throws IOException {
    watcher.close();
    ended.join();
  }
}
