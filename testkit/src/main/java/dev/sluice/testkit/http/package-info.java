/** Clients and an upstream that lose no byte of what goes over the wire. */
package dev.sluice.testkit.http;
