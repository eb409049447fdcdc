/** Filters that decide who may pass. */
package dev.sluice.std.auth;
