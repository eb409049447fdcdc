/** Formats that plugins meet, in small code that runs in a module as on the JVM. Nothing here throws on any input. */
package dev.sluice.data;
