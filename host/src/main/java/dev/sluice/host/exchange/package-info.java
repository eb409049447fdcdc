/** Whole requests through a plugin and an upstream that is a function: the host for tests. */
package dev.sluice.host.exchange;
