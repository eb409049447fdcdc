/** Filters that edit headers. */
package dev.sluice.std.header;
