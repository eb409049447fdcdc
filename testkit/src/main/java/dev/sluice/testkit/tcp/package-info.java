/** Connections and servers of bytes. */
package dev.sluice.testkit.tcp;
