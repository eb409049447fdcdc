/** Filters that look at bodies and change them. */
package dev.sluice.std.body;
