/** Ready filters, written with the public words of the language alone. {@link dev.sluice.std.Filters} makes them. */
package dev.sluice.std;
