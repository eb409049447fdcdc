package dev.sluice.bridge.deploy;

/** What Envoy does with a stream when a plugin's VM has failed (a trap; never an exception of the plugin's code). */
public enum FailurePolicy {
  /** Answers 503 from then on, until the configuration changes. Istio: {@code FAIL_CLOSE}. */
  FAIL_CLOSED("FAIL_CLOSE"),
  /** Lets requests pass without the plugin. Istio: {@code FAIL_OPEN}. */
  FAIL_OPEN("FAIL_OPEN"),
  /** Answers 503 to the streams at hand and starts the VM anew. Needs Envoy 1.33, Istio 1.27. */
  FAIL_RELOAD("FAIL_RELOAD");

  private final String istioName;

  FailurePolicy(String istioName) {
    this.istioName = istioName;
  }

  String istioName() {
    return istioName;
  }
}
