/** Real Envoys as processes of a test: where to get one, how to run it, what it logs. */
package dev.sluice.testkit.envoy;
