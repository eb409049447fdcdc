/**
 * Properties of plugins: statements about all requests, tried on generated ones; and the generators, which are jqwik's
 * {@code Arbitrary} and combine with a user's own.
 */
package dev.sluice.testkit.property;
