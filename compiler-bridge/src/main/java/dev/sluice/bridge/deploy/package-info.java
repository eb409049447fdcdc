/** The configuration that puts a module into Envoy or Istio, as values and as files. */
package dev.sluice.bridge.deploy;
