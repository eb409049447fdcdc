/** The way of a host's callback into a plugin's pipeline: configuration, streams, failures. */
package dev.sluice.engine;
