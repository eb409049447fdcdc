/** Text that arrives in chunks, in memory that does not grow with it. */
package dev.sluice.data.stream;
