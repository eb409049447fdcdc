package dev.sluice.load;

/**
 * Which versions of the settings may answer a request.
 *
 * @param oldest what all workers had when the connection was opened
 * @param newest what had been handed to Envoy when the connection gave its first answer; a connection keeps its settings
 */
record Versions(int oldest, int newest) {

  /** True where a version that knows the guest, or one that does not, may answer. */
  boolean mayKnowGuest(boolean known) {
    return newest > oldest || GatewaySettings.knowsGuest(oldest) == known;
  }

  boolean contain(int version) {
    return oldest <= version && version <= newest;
  }
}
