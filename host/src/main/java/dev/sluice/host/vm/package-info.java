/** The wasm runner: any Proxy-Wasm module on the Endive engine, as a guest of {@link dev.sluice.host.model}. */
package dev.sluice.host.vm;
