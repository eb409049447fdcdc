package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import java.util.Map;

/** The attributes of a connection of its own: what the proxy knows of it, and the state that plugins set. */
final class ConnectionAttributes {
  private static final String FILTER_STATE = "filter_state\0";
  /** What plugins set is kept under this name, see {@link StreamAttributes}. */
  private static final String STATE = "wasm.";

  private final GivenAttributes given;
  private final PluginState state = new PluginState();

  /** @param given attributes by path, segments joined with NUL */
  ConnectionAttributes(Map<Bytes, Bytes> given) {
    this.given = new GivenAttributes(given);
  }

  /** The attribute of this path. */
  Fetched find(Bytes path) {
    String text = path.latin1();
    if (text.startsWith(FILTER_STATE)) {
      String key = text.substring(FILTER_STATE.length());
      return GivenAttributes.fetched(
          key.startsWith(STATE) ? state.get(key.substring(STATE.length())) : state.object(key));
    }
    Bytes set = state.get(text);
    return set == null ? given.find(path) : Fetched.of(set);
  }

  /** What plugins have set. */
  PluginState state() {
    return state;
  }
}
