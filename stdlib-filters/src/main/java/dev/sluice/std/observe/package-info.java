/** Filters that tell of requests: ids, traces, metrics, logs. */
package dev.sluice.std.observe;
