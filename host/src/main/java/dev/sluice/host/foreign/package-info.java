/** Functions that a host offers to plugins beyond the ABI, Envoy's among them. */
package dev.sluice.host.foreign;
