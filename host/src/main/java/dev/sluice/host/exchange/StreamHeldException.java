package dev.sluice.host.exchange;

/** A plugin holds a stream and nothing is under way that could make it go on: a real client would wait in vain. */
public final class StreamHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamHeldException(String plugin, String what) {
    super("plugin '" + plugin + "' holds the " + what + " headers, and nothing is left that would make them go on");
  }
}
