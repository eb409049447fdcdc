/**
 * A proxy in memory, with Envoy's rules: what plugins see of it and what becomes of requests. Knows nothing of wasm; a
 * {@link dev.sluice.host.model.GuestSource} is any code that answers callbacks.
 */
package dev.sluice.host.model;
