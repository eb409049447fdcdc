/** Filters that bound how much, and how large. */
package dev.sluice.std.limit;
