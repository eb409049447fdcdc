/**
 * Code that is compiled into modules: what Java promises and neither TeaVM nor WebAssembly gives. Reached only through
 * the transformers of {@code dev.sluice.bridge.teavm}.
 */
package dev.sluice.bridge.runtime;
