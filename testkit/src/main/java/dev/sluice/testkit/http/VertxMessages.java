package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Headers and bodies to and from Vert.x without the loss of a byte. */
final class VertxMessages {
  private VertxMessages() {}

  /** Netty reads one char a byte, so that the low byte of each char is what came over the wire. */
  static Headers headers(MultiMap map) {
    Headers headers = Headers.EMPTY;
    for (var entry : map) {
      headers = headers.add(entry.getKey(), Bytes.latin1(entry.getValue()));
    }
    return headers;
  }

  /** Adds all fields; an {@link AsciiString} is written as its bytes. */
  static void addTo(MultiMap map, Headers headers) {
    for (Header field : headers.fields()) {
      map.add(new AsciiString(field.name().toArray(), false), new AsciiString(field.value().toArray(), false));
    }
  }

  static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }

  static Bytes bytes(Buffer buffer) {
    return Bytes.wrap(buffer.getBytes());
  }

  /** The result, after a minute at most. */
  static <T> T await(Future<T> future, String what) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new IllegalStateException(what + " failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(what + " takes longer than a minute", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + what, e);
    }
  }
}
